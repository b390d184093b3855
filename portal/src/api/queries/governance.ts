import { queryOptions } from '@tanstack/react-query';
import { allEntries, largestPage } from '../answers';
import { api } from '../client';

export const classifications = queryOptions({
  queryKey: ['classifications'],
  queryFn: ({ signal }) =>
    allEntries(nextToken =>
      api.GET('/governance/classifications', { params: { query: { limit: largestPage, nextToken } }, signal }),
    ),
  staleTime: 300_000,
});
