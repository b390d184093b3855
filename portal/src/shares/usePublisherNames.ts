import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { publisherName } from '../api/queries/shares';
import type { Share } from '../api/types';
import { useProject } from '../app/useProject';

/** The names of the projects that publish these shares, by id; the id itself until a name is known. */
export function usePublisherNames(shares: readonly Share[]): (publisher: string) => string {
  const project = useProject();
  const others = useMemo(() => {
    const byPublisher = new Map(shares.map(({ originatingProjectId, id }) => [originatingProjectId, id]));
    byPublisher.delete(project.id);
    return [...byPublisher];
  }, [shares, project.id]);
  return useQueries({
    queries: others.map(([publisher, share]) => publisherName(project.id, publisher, share)),
    combine: answers => {
      const names = new Map(others.map(([publisher], at) => [publisher, answers[at]?.data]));
      return (publisher: string) => (publisher === project.id ? project.name : (names.get(publisher) ?? publisher));
    },
  });
}
