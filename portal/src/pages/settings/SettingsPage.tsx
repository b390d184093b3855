import { Alert, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { projectVersion } from '../../api/queries/projects';
import { isAdmin } from '../../app/roles';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { Members } from './Members';
import { ProjectFacts } from './ProjectFacts';
import { Switches } from './Switches';

/** What a project lets others do, and who belongs to it. Members see it, administrators change it. */
export function SettingsPage() {
  const project = useProject();
  const query = useQuery(projectVersion(project.id));
  const mayChange = isAdmin(project.role);
  return (
    <Page title="Project settings">
      <ListState query={query} what="settings">
        {query.data && (
          <Stack spacing={3}>
            {!mayChange && (
              <Alert severity="info">Owners and administrators of the project change these settings.</Alert>
            )}
            <Switches versioned={query.data} mayChange={mayChange} />
            <ProjectFacts project={query.data.value} />
            <Members mayChange={mayChange} />
          </Stack>
        )}
      </ListState>
    </Page>
  );
}
