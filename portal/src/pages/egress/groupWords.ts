import type { Dimension, EgressGroup } from '../../api/queries/egress';

export const dimensionWords: Record<Dimension, string> = {
  share: 'Share',
  subscriber: 'Subscriber',
  dataset: 'Dataset',
  user: 'Person or run',
  zone: 'Where to',
  route: 'How',
  day: 'Day',
  month: 'Month',
};

const zones: Partial<Record<string, string>> = {
  INTERNET: 'Internet',
  CROSS_REGION: 'Another Region of AWS',
  SAME_REGION: 'Same Region, free',
};

const routes: Partial<Record<string, string>> = {
  PRESIGNED_URL: 'Link in the browser',
  CREDENTIALS: 'Credentials (AWS CLI)',
  PIPELINE: 'Pipeline',
};

/** What a group is called: the name of what it has one of, or its id when that is gone. */
export function groupName(group: EgressGroup, by: Dimension): string {
  if (by === 'zone') return zones[group.zone ?? ''] ?? group.zone ?? '';
  if (by === 'route') return routes[group.route ?? ''] ?? group.route ?? '';
  if (by === 'share' || by === 'subscriber' || by === 'dataset') return group[by]?.name || (group[by]?.id ?? '');
  return group[by] ?? '';
}

/** What tells a group from the others of an answer. */
export const groupId = (group: EgressGroup, by: Dimension): string =>
  by === 'share' || by === 'subscriber' || by === 'dataset' ? (group[by]?.id ?? '') : (group[by] ?? '');
