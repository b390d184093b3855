import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { publisherName } from '../api/queries/shares';
import type { Share } from '../api/types';
import { useProject } from '../app/useProject';

/** The names of the projects that publish these shares, by id; the id itself until a name is known. */
export function usePublisherNames(shares: readonly Share[]): (publisher: string) => string {
  const { id: own, name: ownName } = useProject();
  const others = useMemo(() => {
    const byPublisher = new Map(shares.map(({ originatingProjectId, id }) => [originatingProjectId, id]));
    byPublisher.delete(own);
    return [...byPublisher];
  }, [shares, own]);
  // The same function until an answer comes, so that lists are not made anew in every render.
  const combine = useCallback(
    (answers: UseQueryResult<string>[]) => {
      const names = new Map(others.map(([publisher], at) => [publisher, answers[at]?.data]));
      names.set(own, ownName);
      return (publisher: string) => names.get(publisher) ?? publisher;
    },
    [others, own, ownName],
  );
  return useQueries({ queries: others.map(([publisher, share]) => publisherName(own, publisher, share)), combine });
}
