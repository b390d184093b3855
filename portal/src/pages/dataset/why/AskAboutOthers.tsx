import { Autocomplete, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessQuestion } from '../../../api/queries/access';
import { findProjects } from '../../../api/queries/projects';
import type { NamedItem } from '../../../api/types';
import { useDebounced } from '../../../components/useDebounced';
import { Explanation } from './Explanation';

const purposes = { SEE: 'see it', DOWNLOAD: 'download it', ANALYZE: 'analyze it' } as const;

/** The owner asks why another project, or one person in it, can or cannot. */
export function AskAboutOthers({ dataset }: { dataset: string }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<NamedItem | null>(null);
  const [user, setUser] = useState('');
  const [purpose, setPurpose] = useState<AccessQuestion['purpose']>('DOWNLOAD');
  const settledUser = useDebounced(user.trim(), 400);
  const { data: projects = [], isFetching } = useQuery(findProjects(useDebounced(text, 200)));

  return (
    <Stack component="section" spacing={2} aria-labelledby="others-title">
      <Typography variant="h3" component="h2" id="others-title">
        Why can, or can’t, another project?
      </Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        <Autocomplete
          fullWidth
          options={projects.map(({ id, name }): NamedItem => ({ id, name }))}
          filterOptions={all => all}
          getOptionLabel={({ name }) => name}
          getOptionKey={({ id }) => id}
          isOptionEqualToValue={(one, other) => one.id === other.id}
          loading={isFetching}
          value={asked}
          onChange={(_, next) => {
            setAsked(next);
          }}
          onInputChange={(_, typed) => {
            setText(typed.trim());
          }}
          renderInput={parameters => <TextField {...parameters} label="Project" />}
        />
        <TextField
          label="Person (optional)"
          value={user}
          onChange={event => {
            setUser(event.target.value);
          }}
        />
        <TextField
          select
          label="wants to"
          value={purpose}
          onChange={event => {
            setPurpose(event.target.value as AccessQuestion['purpose']);
          }}
        >
          {Object.entries(purposes).map(([value, words]) => (
            <MenuItem key={value} value={value}>
              {words}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {asked && (
        <Explanation
          dataset={dataset}
          question={{ projectId: asked.id, userId: settledUser || undefined, purpose }}
          name={asked.name}
        />
      )}
    </Stack>
  );
}
