import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { bodyOf, largestPage, versionOf } from '../answers';
import { api } from '../client';
import type { operations } from '../schema';

/** What a list of datasets is narrowed to; members as the API names them. */
export type DatasetFilters = Omit<
  NonNullable<operations['listDatasets']['parameters']['query']>,
  'limit' | 'nextToken'
>;

/** Own datasets and those of subscribed shares, page after page. */
export const datasetPages = (project: string, filters: DatasetFilters) =>
  infiniteQueryOptions({
    queryKey: ['datasets', project, filters],
    queryFn: ({ signal, pageParam }) =>
      bodyOf(
        api.GET('/projects/{project}/datasets', {
          params: { path: { project }, query: { ...filters, limit: largestPage, nextToken: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.nextToken || undefined,
  });

/** One dataset with its version, which a change sends back. */
export const datasetDetail = (project: string, dataset: string) =>
  queryOptions({
    queryKey: ['dataset', project, dataset],
    queryFn: ({ signal }) =>
      versionOf(api.GET('/projects/{project}/datasets/{dataset}', { params: { path: { project, dataset } }, signal })),
  });

/** Names and sizes of a dataset's files, page after page. */
export const filePages = (project: string, dataset: string) =>
  infiniteQueryOptions({
    queryKey: ['files', project, dataset],
    queryFn: ({ signal, pageParam }) =>
      bodyOf(
        api.GET('/projects/{project}/datasets/{dataset}/files', {
          params: { path: { project, dataset }, query: { fileOffset: pageParam, fileLimit: largestPage } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last, _, offset) =>
      last.files.length > 0 && offset + last.files.length < last.totalFiles ? offset + last.files.length : undefined,
  });
