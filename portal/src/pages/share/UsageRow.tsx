import { Button, TableCell, TableRow } from '@mui/material';
import type { Usage } from '../../api/types';
import { PageLink } from '../../components/PageLink';
import { DateTime } from '../../components/values/DateTime';

interface Props {
  usage: Usage;
  projectName: string;
  onRevoke: () => void;
}

export function UsageRow({ usage, projectName, onRevoke }: Props) {
  const isRunning = usage.status === 'RUNNING';
  return (
    <TableRow>
      <TableCell sx={{ fontFamily: 'monospace' }}>{usage.consumingItem.id}</TableCell>
      <TableCell dir="auto">{projectName}</TableCell>
      <TableCell>
        <PageLink to={`../datasets/${usage.originatingDatasetId}`}>{usage.originatingDatasetId}</PageLink>
      </TableCell>
      <TableCell>{isRunning ? 'Reading' : 'Ended'}</TableCell>
      <TableCell>
        <DateTime time={usage.createdAt} />
      </TableCell>
      <TableCell>
        {isRunning && (
          <Button size="small" color="error" onClick={onRevoke} aria-label={`Revoke ${usage.consumingItem.id}`}>
            Revoke
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
