import type { EgressLimitState } from '../api/queries/egress';
import { formatMoney } from '../format/money';
import { formatSize } from '../format/sizes';
import type { LimitUse } from './limitUse';

type Limit = NonNullable<EgressLimitState['limit']>;

export const usedWords = ({ usedBytes, usedCost, currency }: EgressLimitState): string =>
  `${formatSize(usedBytes)} so far, about ${formatMoney(usedCost, currency)}.`;

export function boundWords({ monthlyBytes, monthlyCost, action }: Limit, currency: string): string {
  const bounds = [
    monthlyBytes ? formatSize(monthlyBytes) : undefined,
    monthlyCost ? formatMoney(monthlyCost, currency) : undefined,
  ].filter(bound => bound !== undefined);
  const then = action === 'SUSPEND_DOWNLOADS' ? 'then downloads stop' : 'then the administrators are told';
  return `Limit: ${bounds.join(' or ')} a month, ${then}.`;
}

export function projectionWords(state: EgressLimitState, use: LimitUse | undefined): string {
  const end = `If it goes on like this, the month ends with ${formatSize(state.projectedBytes)}, about ${formatMoney(state.projectedCost, state.currency)}`;
  if (!use || use.projected < 1) return `${end}.`;
  return use.used >= 1 ? `${end}.` : `${end}: more than the limit.`;
}
