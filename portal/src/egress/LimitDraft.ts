import type { components } from '../api/schema';

type Limit = components['schemas']['EgressLimit'];

/** A limit as it is typed: gigabytes of 2^30 bytes and money as text, empty for none. */
export interface LimitDraft {
  gigabytes: string;
  cost: string;
  action: NonNullable<Limit['action']>;
}

const bytesPerGigabyte = 2 ** 30;

export const draftOf = (limit: Limit | null | undefined): LimitDraft => ({
  gigabytes: limit?.monthlyBytes ? String(limit.monthlyBytes / bytesPerGigabyte) : '',
  cost: limit?.monthlyCost ? String(limit.monthlyCost) : '',
  action: limit?.action ?? 'SUSPEND_DOWNLOADS',
});

/** The limit that is meant; undefined when neither bound is typed. What is typed wrongly reaches the API, which says so. */
export function limitOf({ gigabytes, cost, action }: LimitDraft): Limit | undefined {
  const number = (text: string) => (text.trim() ? Number(text.replace(',', '.')) : undefined);
  const [size, money] = [number(gigabytes), number(cost)];
  if (size === undefined && money === undefined) return undefined;
  return {
    monthlyBytes: size === undefined ? undefined : Math.round(size * bytesPerGigabyte),
    monthlyCost: money,
    action,
  };
}
