import { queryOptions } from '@tanstack/react-query';
import { allEntries, largestPage } from '../answers';
import { api } from '../client';

export const projectMembers = (project: string) =>
  queryOptions({
    queryKey: ['members', project],
    queryFn: ({ signal }) =>
      allEntries(nextToken =>
        api.GET('/projects/{project}/permissions', {
          params: { path: { project }, query: { limit: largestPage, nextToken } },
          signal,
        }),
      ),
  });
