import { queryOptions } from '@tanstack/react-query';
import { bodyOf, versionOf } from '../answers';
import { api } from '../client';
import type { components } from '../schema';

export type Egress = components['schemas']['Egress'];
export type EgressGroup = components['schemas']['EgressGroup'];
export type EgressLimitState = components['schemas']['EgressLimitState'];

export const dimensions = ['share', 'subscriber', 'dataset', 'user', 'zone', 'route', 'day', 'month'] as const;
export type Dimension = (typeof dimensions)[number];

export interface EgressQuestion {
  /** Days of UTC as yyyy-mm-dd, both included; empty: this month until today. */
  from?: string;
  to?: string;
  by: Dimension;
}

/** What the shares of a project sent, and what that costs it. */
export const projectEgress = (project: string, { from, to, by }: EgressQuestion) =>
  queryOptions({
    queryKey: ['egress', project, from, to, by],
    queryFn: async ({ signal }): Promise<Egress> => {
      const query = { from: from || undefined, to: to || undefined, groupBy: by };
      const answer = await bodyOf(
        api.GET('/projects/{project}/egress', { params: { path: { project }, query }, signal }),
      );
      // A text is the CSV, which is not asked for here.
      return answer as Egress;
    },
    staleTime: 30_000,
  });

/** A share's limit and how far it is used, with the share's version; for the publisher's administrators. */
export const egressLimit = (project: string, share: string) =>
  queryOptions({
    queryKey: ['egress-limit', project, share],
    queryFn: ({ signal }) =>
      versionOf(
        api.GET('/projects/{project}/shares/{share}/egress-limit', { params: { path: { project, share } }, signal }),
      ),
    staleTime: 30_000,
  });
