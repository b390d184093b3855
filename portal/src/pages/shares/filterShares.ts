import type { Share } from '../../api/types';
import { endOfDay, startOfDay } from '../../format/dates';

export const filterNames = ['type', 'text', 'keyword', 'classification', 'publisher', 'from', 'to'] as const;

/**
 * The shares that a view shows, by the parameters of its address. Several values of one filter: any of them; several filters:
 * all of them. Text looks in name and description, days are those of the reader's calendar.
 */
export function filterShares(shares: readonly Share[], address: URLSearchParams): Share[] {
  const any = (name: string) => {
    const wanted = new Set(address.getAll(name));
    return (values: readonly string[]) => wanted.size === 0 || values.some(value => wanted.has(value));
  };
  const [isType, isPublisher, isKeyword, isClassification] = [
    any('type'),
    any('publisher'),
    any('keyword'),
    any('classification'),
  ];
  const text = (address.get('text') ?? '').toLocaleLowerCase();
  const from = startOfDay(address.get('from') ?? '')?.getTime() ?? -Infinity;
  const before = endOfDay(address.get('to') ?? '')?.getTime() ?? Infinity;

  return shares.filter(share => {
    const created = Date.parse(share.createdAt);
    return (
      isType([share.shareType]) &&
      isPublisher([share.originatingProjectId]) &&
      isKeyword(share.keywords) &&
      isClassification(share.classificationIds) &&
      from <= created &&
      created < before &&
      `${share.name}\n${share.description}`.toLocaleLowerCase().includes(text)
    );
  });
}
