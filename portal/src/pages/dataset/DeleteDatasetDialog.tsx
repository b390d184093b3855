import { Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { Versioned } from '../../api/answers';
import { api } from '../../api/client';
import type { DatasetDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useNotify } from '../../components/notifications/useNotify';

export function DeleteDatasetDialog({
  versioned: { value: dataset, etag },
  onClose,
}: {
  versioned: Versioned<DatasetDetail>;
  onClose: () => void;
}) {
  const { id: project } = useProject();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const deletion = useMutation({
    mutationFn: () =>
      api.DELETE('/projects/{project}/datasets/{dataset}', {
        params: { path: { project, dataset: dataset.id }, header: { 'If-Match': etag } },
      }),
    onSuccess: async () => {
      await navigate(`/projects/${project}/datasets`);
      notify({ message: `${dataset.name} is deleted` });
      queries.removeQueries({ queryKey: ['dataset', project, dataset.id] });
      await queries.invalidateQueries({ queryKey: ['datasets', project] });
    },
  });
  return (
    <ConfirmDialog
      title="Delete this dataset?"
      action="Delete dataset"
      typeToConfirm={dataset.name}
      isBusy={deletion.isPending}
      error={deletion.error}
      onConfirm={() => {
        deletion.mutate();
      }}
      onClose={onClose}
    >
      <Typography>
        It leaves every share that holds it, and every session that reads it there ends. This cannot be undone.
      </Typography>
    </ConfirmDialog>
  );
}
