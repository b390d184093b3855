import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import { myProjects } from '../api/queries/projects';
import { sections } from './sections';

/** The project that all pages below are of. Another one opens on the same kind of page. */
export function ProjectChooser() {
  const { project } = useParams();
  const { data: projects = [] } = useQuery(myProjects);
  const navigate = useNavigate();
  const section = useLocation().pathname.split('/')[3];
  const chosen = projects.find(({ id }) => id === project);

  if (!project || projects.length === 0) return null;
  return (
    <Autocomplete
      // A new key empties the box when the page is of a project that the person has no part in.
      key={chosen ? 'chosen' : 'unknown'}
      disableClearable
      options={projects}
      value={chosen}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_, next) => {
        const known = sections.find(({ path }) => path === section)?.path ?? 'shares';
        void navigate(`/projects/${next.id}/${known}`);
      }}
      renderInput={parameters => <TextField {...parameters} label="Project" />}
      sx={{ flex: { xs: 1, sm: '0 1 320px' }, minWidth: 0 }}
    />
  );
}
