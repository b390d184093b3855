import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { ShareDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSubscription } from '../../shares/subscribe/useSubscription';

/** Accepting what is offered, and giving it back. */
export function SubscriberActions({ share }: { share: ShareDetail }) {
  const { id: project } = useProject();
  const subscription = useSubscription(project);
  const [isAsking, setAsking] = useState(false);
  const isSubscribed = share.shareType === 'SUBSCRIBER';

  if (!isSubscribed)
    return (
      <Button
        variant="contained"
        loading={subscription.isPending}
        onClick={() => {
          subscription.mutate({ share, isSubscribing: true });
        }}
      >
        Subscribe
      </Button>
    );
  return (
    <>
      <Button
        variant="outlined"
        color="error"
        loading={subscription.isPending}
        onClick={() => {
          setAsking(true);
        }}
      >
        Unsubscribe
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Unsubscribe from ${share.name}?`}
          action="Unsubscribe"
          onConfirm={() => {
            setAsking(false);
            subscription.mutate({ share, isSubscribing: false });
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          <Typography>
            Its datasets leave the list of this project, and analyses that are reading them now are cut off. You can
            subscribe again while the share is offered to this project.
          </Typography>
        </ConfirmDialog>
      )}
    </>
  );
}
