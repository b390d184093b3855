import { Button, Dialog, DialogActions, DialogContent, DialogTitle, List, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { offeredShares } from '../../api/queries/shares';
import type { Share } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { usePublisherNames } from '../usePublisherNames';
import { OfferedShare } from './OfferedShare';
import { useSubscription } from './useSubscription';

/** What is offered to the project and not accepted yet. What was accepted here stays in its row, with the way back. */
export function SubscribeDialog({ onClose }: { onClose: () => void }) {
  const { id: project } = useProject();
  const query = useQuery(offeredShares(project));
  const [accepted, setAccepted] = useState<readonly Share[]>([]);
  const subscription = useSubscription(project);
  const isNarrow = useMediaQuery(theme => theme.breakpoints.down('sm'));
  const rows = useMemo(() => {
    const offered = query.data ?? [];
    const still = accepted.filter(share => !offered.some(({ id }) => id === share.id));
    return [...offered, ...still].sort((one, other) => one.name.localeCompare(other.name));
  }, [query.data, accepted]);
  const publisherName = usePublisherNames(rows);

  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth fullScreen={isNarrow} aria-labelledby="subscribe-title">
      <DialogTitle id="subscribe-title">Subscribe to Share</DialogTitle>
      <DialogContent dividers>
        <ListState
          query={query}
          what="shares on offer"
          isEmpty={rows.length === 0}
          empty={{
            title: 'Nothing is on offer',
            hint: 'Shares appear here when another project names this one. For that, others must be able to find it: see “Allow others to search for your project” in the settings.',
          }}
        >
          <List disablePadding>
            {rows.map(share => (
              <OfferedShare
                key={share.id}
                share={share}
                publisher={publisherName(share.originatingProjectId)}
                isSubscribed={!query.data?.some(({ id }) => id === share.id)}
                onSubscribe={() => {
                  setAccepted([...accepted.filter(({ id }) => id !== share.id), share]);
                  subscription.mutate({ share, isSubscribing: true });
                }}
                onLeave={onClose}
                onUndo={() => {
                  subscription.mutate({ share, isSubscribing: false });
                }}
              />
            ))}
          </List>
        </ListState>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
