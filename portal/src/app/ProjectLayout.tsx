import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { projectDetail } from '../api/queries/projects';
import { ListState } from '../components/ListState';
import { isUnknown } from '../api/ApiError';
import { rememberProject } from './lastProject';
import { UnknownProject } from './UnknownProject';
import { ProjectContext } from './useProject';

/** The pages of one project, once it is known that the person belongs to it. */
export function ProjectLayout() {
  const { project = '' } = useParams();
  const query = useQuery(projectDetail(project));
  if (query.data) rememberProject(project);
  if (isUnknown(query.error)) return <UnknownProject />;
  return (
    <ListState query={query} what="project">
      {/* A page keeps nothing from the project before. */}
      <ProjectContext key={project} value={query.data}>
        <Outlet />
      </ProjectContext>
    </ListState>
  );
}
