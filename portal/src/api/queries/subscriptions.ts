import { queryOptions } from '@tanstack/react-query';
import { allData, allEntries, largestPage } from '../answers';
import { api } from '../client';

/** The projects that a share is offered to, for its publisher. */
export const shareSubscriptions = (project: string, share: string) =>
  queryOptions({
    queryKey: ['subscriptions', project, share],
    queryFn: ({ signal }) =>
      allEntries(nextToken =>
        api.GET('/projects/{project}/shares/{share}/subscriptions', {
          params: { path: { project, share }, query: { limit: largestPage, nextToken } },
          signal,
        }),
      ),
  });

/** Which executions read which datasets through a share, for administrators of its publisher. */
export const shareUsages = (project: string, share: string) =>
  queryOptions({
    queryKey: ['usages', project, share],
    queryFn: ({ signal }) =>
      allData(nextToken =>
        api.GET('/projects/{project}/shares/{share}/usages', {
          params: { path: { project, share }, query: { limit: largestPage, nextToken } },
          signal,
        }),
      ),
    refetchInterval: 15_000,
  });
