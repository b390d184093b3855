import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { bodyOf } from '../answers';
import { api } from '../client';

/** Keywords that shares have and that begin so. */
export const keywordsInUse = (prefix: string) =>
  queryOptions({
    queryKey: ['keywords', prefix],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/keywords', { params: { query: { prefix: prefix.trim() || undefined, limit: 50 } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
