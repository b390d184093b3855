import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/ApiError';
import { shareDetail } from '../../api/queries/shares';
import { isSameDraft, mergeDrafts, type Merge } from './mergeDrafts';
import { openErrors } from './openErrors';
import { draftOf, emptyDraft, type ShareDraft } from './ShareDraft';
import { useSaveShare, type Edited } from './useSaveShare';

/** What is being written, and what becomes of it when it is saved, also when somebody else was faster. */
export function useShareEditor(project: string, opened: Edited | undefined) {
  const queries = useQueryClient();
  // What the draft is held against: the share as it was read last.
  const [base, setBase] = useState(opened);
  const [draft, setDraft] = useState(opened?.draft ?? emptyDraft);
  const [conflict, setConflict] = useState<Merge & { theirs: ShareDraft }>();
  const save = useSaveShare(project, base);

  const bringTogether = async (edited: Edited) => {
    const latest = await queries.query({ ...shareDetail(project, edited.share), staleTime: 0 });
    const theirs = draftOf(latest.value);
    const merge = mergeDrafts(edited.draft, draft, theirs);
    setBase({ share: edited.share, etag: latest.etag, draft: theirs });
    setDraft(merge.draft);
    setConflict({ ...merge, theirs });
    save.reset();
  };

  return {
    draft,
    change: (part: Partial<ShareDraft>) => {
      setDraft(before => ({ ...before, ...part }));
    },
    isChanged: !isSameDraft(draft, base?.draft ?? emptyDraft),
    isEdit: base !== undefined,
    isBusy: save.isPending,
    savedShare: save.data,
    error: save.error,
    errors: save.error instanceof ApiError ? openErrors(save.error.fields, save.variables, draft) : {},
    /** The share was deleted while it was being edited. */
    isGone: base !== undefined && save.error instanceof ApiError && save.error.status === 404,
    conflict,
    save: () => {
      save.mutate(draft, {
        onSuccess: () => {
          setConflict(undefined);
        },
        onError: error => {
          // When the other version cannot be read, the refusal stays to be seen, and saving tries again.
          if (base && error instanceof ApiError && error.code === 'VERSION_MISMATCH')
            bringTogether(base).catch(() => undefined);
        },
      });
    },
    saveAsNew: () => {
      setBase(undefined);
      save.reset();
    },
  };
}
