import {
  Alert,
  Autocomplete,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { versionOf, type Versioned } from '../../api/answers';
import { ApiError } from '../../api/ApiError';
import { api } from '../../api/client';
import { datasetDetail } from '../../api/queries/datasets';
import { projectFacets } from '../../api/queries/facets';
import type { DatasetDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ErrorMessage } from '../../components/ErrorMessage';
import { useNotify } from '../../components/notifications/useNotify';

interface Props {
  versioned: Versioned<DatasetDetail>;
  onClose: () => void;
}

/** What people say of an own dataset. Tags and type decide which shares it is in, and the dialog says so. */
export function EditDatasetDialog({ versioned, onClose }: Props) {
  const { id: project } = useProject();
  const [dataset, setDataset] = useState(() => ({
    name: versioned.value.name,
    description: versioned.value.description,
    processId: versioned.value.processId,
    tags: versioned.value.tags.map(({ value }) => value),
  }));
  const { data: facets } = useQuery(projectFacets(project));
  const queries = useQueryClient();
  const notify = useNotify();
  const save = useMutation({
    mutationFn: () =>
      versionOf(
        api.PUT('/projects/{project}/datasets/{dataset}', {
          params: { path: { project, dataset: versioned.value.id }, header: { 'If-Match': versioned.etag } },
          body: { ...dataset, tags: dataset.tags.map(value => ({ value })) },
        }),
      ),
    onSuccess: async saved => {
      queries.setQueryData(datasetDetail(project, versioned.value.id).queryKey, saved);
      onClose();
      notify({ message: `${dataset.name} is saved` });
      await queries.invalidateQueries({ queryKey: ['datasets', project] });
      await queries.invalidateQueries({ queryKey: ['facets', project] });
    },
    onError: async error => {
      // What was typed stays; the version to change is the new one from here on.
      if (error instanceof ApiError && error.code === 'VERSION_MISMATCH')
        await queries.invalidateQueries({ queryKey: ['dataset', project, versioned.value.id] });
    },
  });
  const fields = save.error instanceof ApiError ? save.error.fields : {};
  const inShares = new Set(facets?.tags.filter(tag => tag.usedInShare).map(tag => tag.value));
  const before = versioned.value.tags.map(({ value }) => value);
  const moving = [...before, ...dataset.tags].filter(
    tag => inShares.has(tag) && before.includes(tag) !== dataset.tags.includes(tag),
  );
  const field = (name: 'name' | 'description' | 'processId', label: string, isLong = false) => (
    <TextField
      label={label}
      value={dataset[name]}
      multiline={isLong}
      minRows={isLong ? 2 : undefined}
      error={fields[name] !== undefined}
      helperText={fields[name]?.join(' ')}
      onChange={event => {
        setDataset({ ...dataset, [name]: event.target.value });
      }}
    />
  );

  return (
    <Dialog open onClose={onClose} aria-labelledby="edit-title" maxWidth="sm" fullWidth>
      <form
        onSubmit={event => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <DialogTitle id="edit-title">Edit dataset</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {field('name', 'Name')}
            {field('description', 'Description', true)}
            {field('processId', 'Data type')}
            <Autocomplete
              multiple
              freeSolo
              options={facets?.tags.map(tag => tag.value) ?? []}
              value={dataset.tags}
              onChange={(_, tags) => {
                setDataset({ ...dataset, tags: [...new Set(tags.map(tag => tag.trim()).filter(Boolean))] });
              }}
              renderInput={parameters => (
                <TextField
                  {...parameters}
                  label="Tags"
                  error={fields['tags'] !== undefined}
                  helperText={fields['tags']?.join(' ') ?? 'Pick one, or type a new one and press Enter'}
                />
              )}
            />
            {moving.length > 0 && (
              <Alert severity="warning">
                Shares of this project select by {moving.join(', ')}: saving changes what they hold.
              </Alert>
            )}
            {save.error && <ErrorMessage title="The dataset was not saved" error={save.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={save.isPending}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
