import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { allEntries, bodyOf, largestPage, versionOf } from '../answers';
import { api } from '../client';

/** What the project publishes and has subscribed to, whole: filters and order are the page's. */
export const projectShares = (project: string) =>
  queryOptions({
    queryKey: ['shares', project],
    queryFn: ({ signal }) =>
      allEntries(nextToken =>
        api.GET('/projects/{project}/shares', {
          params: { path: { project }, query: { limit: largestPage, nextToken } },
          signal,
        }),
      ),
  });

/** What is offered to the project and not accepted yet. */
export const offeredShares = (project: string) =>
  queryOptions({
    queryKey: ['shares', project, 'offered'],
    queryFn: ({ signal }) =>
      allEntries(nextToken =>
        api.GET('/projects/{project}/shares/discover', {
          params: { path: { project }, query: { limit: largestPage, nextToken } },
          signal,
        }),
      ),
  });

/** One share with its version, which a change sends back. */
export const shareDetail = (project: string, share: string) =>
  queryOptions({
    queryKey: ['share', project, share],
    queryFn: ({ signal }) =>
      versionOf(api.GET('/projects/{project}/shares/{share}', { params: { path: { project, share } }, signal })),
  });

/** The name of a project by one of its shares, since a project that hides from others is in no list. */
export const publisherName = (project: string, publisher: string, share: string) =>
  queryOptions({
    queryKey: ['publisher', publisher],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/projects/{project}/shares/{share}', { params: { path: { project, share } }, signal })))
        .originatingProject.name,
    staleTime: 600_000,
  });

/** What a share holds now, page by page. */
export const shareDatasets = (project: string, share: string) =>
  infiniteQueryOptions({
    queryKey: ['share-datasets', project, share],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.GET('/projects/{project}/shares/{share}/datasets', {
          params: { path: { project, share }, query: { limit: largestPage, nextToken: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextToken || undefined,
  });
