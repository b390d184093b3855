import { Tooltip } from '@mui/material';
import type { Egress } from '../../api/queries/egress';
import { Figure, Figures } from '../../components/Figures';
import { Money } from '../../components/values/Money';
import { Size } from '../../components/values/Size';
import { formatNumber } from '../../format/sizes';
import { statusWords } from './egressColumns';

const meaning = {
  ESTIMATED:
    'From the downloads that storage has told of so far and the public prices. It changes until AWS closes the month’s bill.',
  FINAL: 'A part of AWS’s closed bill. It changes only by a correction that says so.',
} as const;

/** What left in the days that are shown, and what it costs. */
export function EgressTotals({ egress: { total, currency } }: { egress: Egress }) {
  return (
    <Figures name="In all">
      <Figure title="Bytes out">
        <Size bytes={total.bytes} />
      </Figure>
      <Figure title="Cost">
        {total.cost == null ? 'Not known yet' : <Money amount={total.cost} currency={currency} />}
      </Figure>
      <Figure title="Status">
        <Tooltip title={meaning[total.status]}>
          <span>{statusWords(total.status)}</span>
        </Tooltip>
      </Figure>
      <Figure title="Downloads">{formatNumber(total.requests)}</Figure>
      <Figure title="Refused">{formatNumber(total.refusedRequests)}</Figure>
    </Figures>
  );
}
