import { formatExactMoney, formatMoney } from '../../format/money';

/** An amount to the cent, exact on hover. */
export function Money({ amount, currency }: { amount: number; currency: string }) {
  return <span title={formatExactMoney(amount, currency)}>{formatMoney(amount, currency)}</span>;
}
