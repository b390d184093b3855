import { Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { ApiError } from '../../api/ApiError';
import { api } from '../../api/client';
import type { ShareDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useNotify } from '../../components/notifications/useNotify';
import { formatCount } from '../../format/sizes';

/** Deletes a share once its name was typed. One that is gone already is as good as deleted. */
export function DeleteShareDialog({ share, onClose }: { share: ShareDetail; onClose: () => void }) {
  const { id: project } = useProject();
  const navigate = useNavigate();
  const notify = useNotify();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => {
      await api
        .DELETE('/projects/{project}/shares/{share}', { params: { path: { project, share: share.id } } })
        .catch((error: unknown) => {
          if (!(error instanceof ApiError && error.status === 404)) throw error;
        });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['shares', project] });
      void queries.invalidateQueries({ queryKey: ['facets', project] });
      notify({ message: `${share.name} is deleted. Storage ends what was given out.` });
      void navigate('..', { relative: 'path' });
    },
  });
  return (
    <ConfirmDialog
      title="Delete this share?"
      action="Delete share"
      typeToConfirm={share.name}
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() => {
        remove.mutate();
      }}
      onClose={onClose}
    >
      <Typography>
        {formatCount(share.sharedProjects.length, 'project loses', 'projects lose')} access at once, and pipelines that
        read through the share are cut off. The datasets stay with you. This cannot be undone.
      </Typography>
    </ConfirmDialog>
  );
}
