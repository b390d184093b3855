import { useMutation, useQueryClient } from '@tanstack/react-query';
import { versionOf, type Versioned } from '../api/answers';
import { api } from '../api/client';
import { egressLimit, type EgressLimitState } from '../api/queries/egress';
import type { components } from '../api/schema';
import { useProject } from '../app/useProject';

export type LimitChange = components['schemas']['SetEgressLimitRequest'];

/** Sets a share's limit whole, and lifts a suspension when there is a reason. */
export function useSetLimit(
  share: string,
  { etag }: Versioned<EgressLimitState>,
  onDone: (change: LimitChange) => void,
) {
  const { id: project } = useProject();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LimitChange) =>
      versionOf(
        api.PUT('/projects/{project}/shares/{share}/egress-limit', {
          params: { path: { project, share }, header: { 'If-Match': etag } },
          body,
        }),
      ),
    onSuccess: async (saved, change) => {
      queries.setQueryData(egressLimit(project, share).queryKey, saved);
      onDone(change);
      await queries.invalidateQueries({ queryKey: ['share', project, share] });
    },
    // Somebody else may have changed the share: what was typed stays, and the next try has the new version.
    onError: () => queries.invalidateQueries({ queryKey: egressLimit(project, share).queryKey }),
  });
}
