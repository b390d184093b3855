import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/client';
import type { ShareInput } from '../../api/types';
import { hasLimit } from './limit';
import { inputOf, type ShareDraft } from './ShareDraft';

/** What is edited: the share, the version that was read, and what it was; nothing for a new one. */
export interface Edited {
  share: string;
  etag: string;
  draft: ShareDraft;
}

/** Creates or replaces a share and answers its id. Sending the same again, after no answer came, creates no second one. */
export function useSaveShare(project: string, edited: Edited | undefined) {
  const queries = useQueryClient();
  const attempt = useRef({ body: '', key: '' });

  const create = async (body: ShareInput) => {
    const text = JSON.stringify(body);
    if (attempt.current.body !== text) attempt.current = { body: text, key: crypto.randomUUID() };
    const { data } = await api.POST('/projects/{project}/shares', {
      params: { path: { project }, header: { 'Idempotency-Key': attempt.current.key } },
      body,
    });
    return data?.id ?? '';
  };

  const replace = async ({ share, etag, draft: before }: Edited, draft: ShareDraft) => {
    await api.PUT('/projects/{project}/shares/{share}', {
      params: { path: { project, share }, header: { 'If-Match': etag } },
      body: inputOf(draft),
    });
    // A share that is replaced keeps its limit unless another is given.
    if (!draft.isViewRestricted && hasLimit(before) && !hasLimit(draft))
      await api.PUT('/projects/{project}/shares/{share}/egress-limit', {
        params: { path: { project, share } },
        body: {},
      });
    return share;
  };

  return useMutation({
    mutationFn: (draft: ShareDraft) => (edited ? replace(edited, draft) : create(inputOf(draft))),
    onSuccess: share =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['shares', project] }),
        queries.invalidateQueries({ queryKey: ['share', project, share] }),
        queries.invalidateQueries({ queryKey: ['enforcement', project, share] }),
        queries.invalidateQueries({ queryKey: ['facets', project] }),
        queries.invalidateQueries({ queryKey: ['keywords'] }),
      ]),
  });
}
