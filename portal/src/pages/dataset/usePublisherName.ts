import { useQuery } from '@tanstack/react-query';
import { publisherName } from '../../api/queries/shares';
import type { DatasetDetail } from '../../api/types';
import { useProject } from '../../app/useProject';

/** The name of the project that owns the dataset; its id until the name is known. */
export function usePublisherName({ share, originatingProjectId }: DatasetDetail): string {
  const project = useProject();
  const { data } = useQuery({
    ...publisherName(project.id, originatingProjectId, share?.id ?? ''),
    enabled: share !== null,
  });
  return share === null ? project.name : (data ?? originatingProjectId);
}
