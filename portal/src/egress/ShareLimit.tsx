import { Alert, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { egressLimit } from '../api/queries/egress';
import type { Share } from '../api/types';
import { useProject } from '../app/useProject';
import { ListState } from '../components/ListState';
import { PageLink } from '../components/PageLink';
import { LiftDialog } from './LiftDialog';
import { LimitDialog } from './LimitDialog';
import { boundWords, projectionWords, usedWords } from './limitWords';
import { limitUse } from './limitUse';

/** One share's limit: a bar of how far it is used, where the month will end, and what an administrator can do. */
export function ShareLimit({ share }: { share: Pick<Share, 'id' | 'name'> }) {
  const { id: project } = useProject();
  const query = useQuery(egressLimit(project, share.id));
  const [opened, setOpened] = useState<'limit' | 'lift'>();
  const state = query.data?.value;
  const use = state && limitUse(state);
  const change = state?.limit ? 'Change limit' : 'Set limit';
  const close = () => {
    setOpened(undefined);
  };
  return (
    <Paper sx={{ p: 2 }}>
      <Stack spacing={1}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, justifyContent: 'space-between' }}>
          <Typography variant="h3">
            <PageLink to={`/projects/${project}/shares/${share.id}`}>{share.name}</PageLink>
          </Typography>
          <Button
            size="small"
            aria-label={`${change} of ${share.name}`}
            disabled={!state}
            onClick={() => {
              setOpened('limit');
            }}
          >
            {change}
          </Button>
        </Stack>
        <ListState query={query} what={`limit of ${share.name}`}>
          {state && (
            <>
              {use && (
                <LinearProgress
                  variant="determinate"
                  aria-label={`Used of the limit of ${share.name}`}
                  value={Math.min(100, Math.floor(use.used * 100))}
                  color={use.used >= 1 ? 'error' : use.used >= 0.8 ? 'warning' : 'primary'}
                />
              )}
              <Typography variant="body2">
                {usedWords(state)} {state.limit ? boundWords(state.limit, state.currency) : 'There is no limit.'}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {projectionWords(state, use)}
              </Typography>
              {state.liftedPeriod === state.period && (
                <Alert severity="info">The limit is lifted for this month.</Alert>
              )}
              {state.downloadsSuspended && (
                <Alert
                  severity="warning"
                  action={
                    <Button
                      color="inherit"
                      size="small"
                      onClick={() => {
                        setOpened('lift');
                      }}
                    >
                      Let downloads go on
                    </Button>
                  }
                >
                  Downloads have stopped, because the limit is reached. Analyses go on.
                </Alert>
              )}
            </>
          )}
        </ListState>
      </Stack>
      {opened === 'limit' && query.data && <LimitDialog share={share} versioned={query.data} onClose={close} />}
      {opened === 'lift' && query.data && <LiftDialog share={share} versioned={query.data} onClose={close} />}
    </Paper>
  );
}
