import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { classifications } from '../api/queries/governance';

/** The names of data classifications by id; the id itself where there is no such classification any more. */
export function useClassificationNames(): (id: string) => string {
  const { data } = useQuery(classifications);
  return useMemo(() => {
    const names = new Map(data?.map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? id;
  }, [data]);
}
