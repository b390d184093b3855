import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { myProjects } from '../../api/queries/projects';
import { lastProject } from '../../app/lastProject';
import { ListState } from '../../components/ListState';
import { NoProject } from './NoProject';

/** Opens the project that the person worked in last. */
export function HomePage() {
  const query = useQuery(myProjects);
  const last = lastProject();
  const project = query.data?.find(({ id }) => id === last) ?? query.data?.[0];
  return (
    <ListState query={query} what="projects">
      {project ? <Navigate to={`/projects/${project.id}/shares`} replace /> : <NoProject />}
    </ListState>
  );
}
