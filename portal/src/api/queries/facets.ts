import { queryOptions } from '@tanstack/react-query';
import { bodyOf } from '../answers';
import { api } from '../client';

/** The tags, creators and data types of the project's own datasets. */
export const projectFacets = (project: string) =>
  queryOptions({
    queryKey: ['facets', project],
    queryFn: ({ signal }) => bodyOf(api.GET('/projects/{project}/facets', { params: { path: { project } }, signal })),
    staleTime: 30_000,
  });
