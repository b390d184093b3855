import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { bodyOf } from '../../../api/answers';
import { api } from '../../../api/client';
import type { PreviewRequest } from '../../../api/types';
import { useDebounced } from '../../../components/useDebounced';
import { selectionOf, type ShareDraft } from '../ShareDraft';

const datasetsOfPage = 50;

/**
 * What the share would hold, shortly after the typing has stopped. The last answer stays until the next is there, so nothing
 * flickers; the first page has the numbers, all have datasets.
 * @param shareId The share that is edited, if there is one.
 */
export function usePreview(project: string, draft: ShareDraft, shareId: string | undefined) {
  const selection = JSON.stringify(selectionOf(draft));
  const asked = useDebounced(selection, 250);
  const query = useInfiniteQuery({
    queryKey: ['preview', project, shareId, asked],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.POST('/projects/{project}/shares:preview', {
          params: { path: { project } },
          body: { ...(JSON.parse(asked) as PreviewRequest), shareId, limit: datasetsOfPage, nextToken: pageParam },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextToken || undefined,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  return { query, isBehind: selection !== asked || query.isPlaceholderData };
}
