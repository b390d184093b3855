import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { messageOf } from '../../api/advice';
import { api } from '../../api/client';
import { offeredShares, projectShares } from '../../api/queries/shares';
import type { Share } from '../../api/types';
import { useNotify } from '../../components/notifications/useNotify';

/**
 * Subscribing and giving back. Lists show the new state at once, and the old one again when the API refuses; both can be taken
 * back from the notification.
 */
export function useSubscription(project: string) {
  const queries = useQueryClient();
  const notify = useNotify();

  const mutation = useMutation({
    mutationFn: ({ share, isSubscribing }: { share: Share; isSubscribing: boolean }) => {
      const params = { path: { project, share: share.id } };
      return isSubscribing
        ? api.PUT('/projects/{project}/shares/{share}:subscribe', { params })
        : api.PUT('/projects/{project}/shares/{share}:unsubscribe', { params });
    },
    onMutate: async ({ share, isSubscribing }) => {
      await queries.cancelQueries({ queryKey: ['shares', project] });
      move(queries, project, share, isSubscribing);
    },
    onSuccess: (_, { share, isSubscribing }) => {
      notify({
        message: isSubscribing ? `Subscribed to ${share.name}` : `Unsubscribed from ${share.name}`,
        undo: () => {
          mutation.mutate({ share, isSubscribing: !isSubscribing });
        },
      });
    },
    onError: (error, { share, isSubscribing }) => {
      move(queries, project, share, !isSubscribing);
      const what = isSubscribing ? `Not subscribed to ${share.name}` : `Still subscribed to ${share.name}`;
      notify({ severity: 'error', message: `${what}. ${messageOf(error)}` });
    },
    onSettled: (_, __, { share }) =>
      Promise.all(
        [
          ['shares', project],
          ['share', project, share.id],
          ['datasets', project],
          ['share-datasets', project, share.id],
        ].map(queryKey => queries.invalidateQueries({ queryKey })),
      ),
  });

  return mutation;
}

/** Between the lists of what is offered and what is subscribed to, as far as they are here. */
function move(queries: QueryClient, project: string, share: Share, isSubscribed: boolean): void {
  const without = (shares: Share[]) => shares.filter(({ id }) => id !== share.id);
  queries.setQueryData(projectShares(project).queryKey, before => {
    if (!before) return before;
    return isSubscribed ? [...without(before), { ...share, shareType: 'SUBSCRIBER' as const }] : without(before);
  });
  queries.setQueryData(offeredShares(project).queryKey, before => {
    if (!before) return before;
    return isSubscribed ? without(before) : [...without(before), { ...share, shareType: 'AVAILABLE' as const }];
  });
}
