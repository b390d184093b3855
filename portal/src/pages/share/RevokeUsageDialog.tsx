import { Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Usage } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useNotify } from '../../components/notifications/useNotify';

interface Props {
  share: string;
  usage: Usage;
  onClose: () => void;
}

/** Cuts one execution off. */
export function RevokeUsageDialog({ share, usage, onClose }: Props) {
  const { id: project } = useProject();
  const notify = useNotify();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () =>
      api.DELETE('/projects/{project}/shares/{share}/usages/{usage}', {
        params: { path: { project, share, usage: usage.id } },
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['usages', project, share] });
      void queries.invalidateQueries({ queryKey: ['enforcement', project, share] });
      notify({ message: 'The execution is cut off as soon as storage enforces it.' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title="Cut this execution off?"
      action="Revoke"
      isBusy={revoke.isPending}
      error={revoke.error}
      onConfirm={() => {
        revoke.mutate();
      }}
      onClose={onClose}
    >
      <Typography>
        It cannot read datasets of this share any more, and most likely fails. Other executions go on. This cannot be
        undone; the subscriber can start another one.
      </Typography>
    </ConfirmDialog>
  );
}
