import { infiniteQueryOptions } from '@tanstack/react-query';
import { bodyOf, largestPage } from '../answers';
import { api } from '../client';
import type { components, operations } from '../schema';

export type AuditEvent = components['schemas']['AuditEvent'];

/** Times are RFC 3339. */
export type AuditFilters = Omit<NonNullable<operations['listAudit']['parameters']['query']>, 'limit' | 'nextToken'>;

/** A project's log, newest first, page after page. */
export const auditPages = (project: string, filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', project, filters],
    queryFn: ({ signal, pageParam }) =>
      bodyOf(
        api.GET('/projects/{project}/audit', {
          params: { path: { project }, query: { ...filters, limit: largestPage, nextToken: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: last => last.nextToken || undefined,
  });
