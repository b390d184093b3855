import type { EgressLimitState } from '../api/queries/egress';

type Amounts = Pick<EgressLimitState, 'limit' | 'usedBytes' | 'usedCost' | 'projectedBytes' | 'projectedCost'>;

export interface LimitUse {
  /** Of the bound that is nearer, 0 and more. */
  used: number;
  projected: number;
}

/** How far a limit is used and will be at the month's end, as parts of one; undefined without a limit. */
export function limitUse({ limit, usedBytes, usedCost, projectedBytes, projectedCost }: Amounts): LimitUse | undefined {
  if (!limit) return undefined;
  const nearest = (bytes: number, cost: number) =>
    Math.max(limit.monthlyBytes ? bytes / limit.monthlyBytes : 0, limit.monthlyCost ? cost / limit.monthlyCost : 0);
  return { used: nearest(usedBytes, usedCost), projected: nearest(projectedBytes, projectedCost) };
}
