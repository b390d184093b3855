import { Autocomplete, Stack, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { findProjects } from '../../../api/queries/projects';
import type { NamedItem } from '../../../api/types';
import { useProject } from '../../../app/useProject';
import { useDebounced } from '../../../components/useDebounced';
import { ChosenProjects } from './ChosenProjects';

export const mostProjects = 1000;

interface Props {
  value: readonly NamedItem[];
  error: string | undefined;
  onChange: (value: NamedItem[]) => void;
}

/** The projects that the share is for, found as their names are typed. */
export function ProjectsField({ value, error, onChange }: Props) {
  const own = useProject();
  const [typed, setTyped] = useState('');
  const sought = useDebounced(typed, 200);
  const { data = [], isFetching } = useQuery(findProjects(sought));
  const chosen = new Set(value.map(({ id }) => id));
  const options = data.filter(({ id }) => id !== own.id && !chosen.has(id));
  const isFull = value.length >= mostProjects;
  return (
    <Stack spacing={1}>
      <Autocomplete<NamedItem>
        // What is chosen stands below, and the box is free for the next search.
        value={null}
        options={options}
        filterOptions={found => found}
        loading={isFetching}
        readOnly={isFull}
        blurOnSelect={false}
        inputValue={typed}
        onInputChange={(_, text, reason) => {
          setTyped(reason === 'input' ? text : '');
        }}
        onChange={(_, project) => {
          if (project) onChange([...value, { id: project.id, name: project.name }]);
        }}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        noOptionsText={typed ? 'No project of this name lets others find it' : 'Type the beginning of a name'}
        renderInput={parameters => (
          <TextField
            {...parameters}
            label="Share to projects"
            error={error !== undefined}
            helperText={
              error ?? (isFull ? 'A share names at most 1,000 projects.' : 'Projects that let others find them.')
            }
          />
        )}
      />
      <ChosenProjects
        projects={value}
        onRemove={id => {
          onChange(value.filter(project => project.id !== id));
        }}
      />
    </Stack>
  );
}
