import { Button, List, ListItem, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { bodyOf } from '../../api/answers';
import { api } from '../../api/client';
import { shareEnforcement } from '../../api/queries/enforcement';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { useNotify } from '../../components/notifications/useNotify';
import { Section } from '../../components/Section';
import { DateTime } from '../../components/values/DateTime';
import { messageOf } from '../../api/advice';
import { formatCount } from '../../format/sizes';
import { EnforcementState } from '../../shares/enforcement/EnforcementState';
import { CanaryWords } from './CanaryWords';

/** How storage enforces the share, and what was found when it was looked at. */
export function EnforcementSection({ share }: { share: string }) {
  const { id: project } = useProject();
  const queries = useQueryClient();
  const notify = useNotify();
  const query = useQuery(shareEnforcement(project, share));
  const verify = useMutation({
    mutationFn: () =>
      bodyOf(api.POST('/projects/{project}/shares/{share}:verify', { params: { path: { project, share } } })),
    onSuccess: answer => {
      queries.setQueryData(shareEnforcement(project, share).queryKey, answer);
    },
    onError: error => {
      notify({ severity: 'error', message: `Storage was not compared. ${messageOf(error)}` });
    },
  });
  const isVerifying = verify.isPending || query.data?.verificationRequestedAt !== undefined;
  return (
    <Section
      title="Enforcement"
      actions={
        <Button
          size="small"
          loading={isVerifying}
          onClick={() => {
            verify.mutate();
          }}
        >
          Compare with storage now
        </Button>
      }
    >
      <ListState query={query} what="enforcement">
        {query.data && (
          <Stack spacing={1}>
            <EnforcementState enforcement={query.data} />
            {query.data.canary && <CanaryWords canary={query.data.canary} />}
            {query.data.liveRevocations > 0 && (
              <Typography variant="body2">
                Storage refuses sessions of {formatCount(query.data.liveRevocations, 'reader')} that were given out
                before.
              </Typography>
            )}
            {query.data.differences.length > 0 && (
              <List dense disablePadding aria-label="Changes that others made in storage">
                {query.data.differences.map(({ where, detail, foundAt }) => (
                  <ListItem
                    key={`${where} ${foundAt} ${detail}`}
                    disableGutters
                    sx={{ display: 'block', overflowWrap: 'anywhere', typography: 'body2' }}
                  >
                    <DateTime time={foundAt} />, {where}: {detail}
                  </ListItem>
                ))}
              </List>
            )}
          </Stack>
        )}
      </ListState>
    </Section>
  );
}
