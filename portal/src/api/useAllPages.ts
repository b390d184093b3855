import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Reads on, page after page, as long as there are fewer than this many. More only when the reader asks for them. */
export function useAllPages(query: UseInfiniteQueryResult, loaded: number, atMost: number): void {
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && loaded < atMost) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage, loaded, atMost]);
}
