import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { myProjects } from '../../api/queries/projects';
import { lastProject } from '../../app/lastProject';
import { mayReadReports } from '../../app/mayReadReports';
import { ListState } from '../../components/ListState';
import { NoProject } from './NoProject';

/** Opens the project that the person worked in last; who is of finance and of no project has the reports to read. */
export function HomePage() {
  const query = useQuery(myProjects);
  const last = lastProject();
  const project = query.data?.find(({ id }) => id === last) ?? query.data?.[0];
  const page = project ? `/projects/${project.id}/shares` : mayReadReports() && '/reports';
  return (
    <ListState query={query} what="projects">
      {page ? <Navigate to={page} replace /> : <NoProject />}
    </ListState>
  );
}
