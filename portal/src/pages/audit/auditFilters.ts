import type { AuditFilters } from '../../api/queries/audit';
import { endOfDay, startOfDay } from '../../format/dates';

export const filterNames = ['action', 'actor', 'target', 'from', 'to'] as const;

export const actions = [
  'SHARE_CREATED',
  'SHARE_UPDATED',
  'SHARE_DELETED',
  'SHARE_SUBSCRIBED',
  'SHARE_UNSUBSCRIBED',
  'FILES_PRESIGNED',
  'STORAGE_TOKEN_VENDED',
  'PIPELINE_TOKEN_VENDED',
  'USAGE_REVOKED',
  'DOWNLOADS_SUSPENDED',
  'DOWNLOADS_RESUMED',
  'EGRESS_LIMIT_LIFTED',
  'DATASET_REGISTERED',
  'DATASET_COMPLETED',
  'DATASET_UPDATED',
  'DATASET_DELETED',
  'MEMBER_ADDED',
  'MEMBER_ROLE_CHANGED',
  'MEMBER_REMOVED',
  'PROJECT_CREATED',
  'PROJECT_UPDATED',
  'PROJECT_STATUS_SET',
] as const;

/** What the API is asked for, by the parameters of the address. Days are those of the reader's calendar. */
export function filtersOf(address: URLSearchParams): AuditFilters {
  const text = (name: string) => address.get(name) ?? undefined;
  return {
    // The API refuses an action that it does not know, and the page says so.
    action: text('action') as AuditFilters['action'],
    actor: text('actor'),
    target: text('target'),
    from: startOfDay(address.get('from') ?? '')?.toISOString(),
    to: endOfDay(address.get('to') ?? '')?.toISOString(),
  };
}
