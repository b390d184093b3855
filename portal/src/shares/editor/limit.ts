import type { ShareDetail, ShareInput } from '../../api/types';
import type { ShareDraft } from './ShareDraft';

export type LimitAction = NonNullable<NonNullable<ShareDetail['egressLimit']>['action']>;

export type LimitDraft = Pick<ShareDraft, 'limitGigabytes' | 'limitCost' | 'limitAction'>;

const gigabyte = 2 ** 30;

export const limitDraftOf = (limit: ShareDetail['egressLimit']): LimitDraft => ({
  limitGigabytes: limit?.monthlyBytes === undefined ? '' : String(limit.monthlyBytes / gigabyte),
  limitCost: limit?.monthlyCost === undefined ? '' : String(limit.monthlyCost),
  limitAction: limit?.action ?? 'NOTIFY',
});

export const hasLimit = (draft: LimitDraft): boolean => draft.limitGigabytes !== '' || draft.limitCost !== '';

/** The limit of a draft. Where downloads are not allowed there is nothing to limit, and what is typed counts for nothing. */
export function limitOf(draft: LimitDraft & Pick<ShareDraft, 'isViewRestricted'>): Pick<ShareInput, 'egressLimit'> {
  if (draft.isViewRestricted || !hasLimit(draft)) return {};
  return {
    egressLimit: {
      ...(draft.limitGigabytes && { monthlyBytes: Math.round(Number(draft.limitGigabytes) * gigabyte) }),
      ...(draft.limitCost && { monthlyCost: Number(draft.limitCost) }),
      action: draft.limitAction,
    },
  };
}
