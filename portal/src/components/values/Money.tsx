import { Tooltip } from '@mui/material';
import { formatExactMoney, formatMoney } from '../../format/money';

/** An amount to the cent, exact on hover. */
export function Money({ amount, currency }: { amount: number; currency: string }) {
  return (
    <Tooltip title={formatExactMoney(amount, currency)}>
      <span>{formatMoney(amount, currency)}</span>
    </Tooltip>
  );
}
