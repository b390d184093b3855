import { Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { shareEnforcement } from '../../api/queries/enforcement';
import { ErrorMessage } from '../../components/ErrorMessage';
import { EnforcementState } from '../enforcement/EnforcementState';

/** What follows saving: storage is set up, which is shown until it enforces the share. */
export function SavedShare({ project, share }: { project: string; share: string }) {
  const { data, error, refetch } = useQuery(shareEnforcement(project, share));
  return (
    <Stack spacing={2}>
      <Typography>The share is saved. You can close this window; storage goes on by itself.</Typography>
      {data && <EnforcementState enforcement={data} />}
      {error && <ErrorMessage title="Its state could not be read" error={error} onRetry={() => void refetch()} />}
    </Stack>
  );
}
