import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allEntries, bodyOf, largestPage, versionOf } from '../answers';
import { api } from '../client';

export const myProjects = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) =>
    allEntries(nextToken => api.GET('/projects', { params: { query: { limit: largestPage, nextToken } }, signal })),
  staleTime: 60_000,
});

export const projectDetail = (project: string) =>
  queryOptions({
    queryKey: ['project', project],
    queryFn: ({ signal }) => bodyOf(api.GET('/projects/{project}', { params: { path: { project } }, signal })),
    staleTime: 30_000,
  });

/** Projects that let others find them, whose name begins so. */
export const findProjects = (text: string) =>
  queryOptions({
    queryKey: ['discoverable', text.trim()],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/projects/discover', { params: { query: { text: text.trim() || undefined, limit: 50 } }, signal }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** The project with its version, which a change sends back. */
export const projectVersion = (project: string) =>
  queryOptions({
    queryKey: ['project', project, 'version'],
    queryFn: ({ signal }) => versionOf(api.GET('/projects/{project}', { params: { path: { project } }, signal })),
  });
