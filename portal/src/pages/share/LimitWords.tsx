import type { ShareDetail } from '../../api/types';
import { Size } from '../../components/values/Size';
import { Money } from '../../components/values/Money';

/** What downloads of the share may take in a month. How high the limit is, only its publisher is told. */
export function LimitWords({ limit }: { limit: NonNullable<ShareDetail['egressLimit']> }) {
  const { monthlyBytes, monthlyCost, action } = limit;
  return (
    <>
      {monthlyBytes !== undefined && <Size bytes={monthlyBytes} />}
      {monthlyBytes !== undefined && monthlyCost !== undefined && ' or '}
      {monthlyCost !== undefined && <Money amount={monthlyCost} currency="USD" />}
      {monthlyBytes === undefined && monthlyCost === undefined ? 'There is one' : ' a month'}
      {action === 'SUSPEND_DOWNLOADS'
        ? '; when it is reached, downloads stop until the month ends. Analyses go on.'
        : '; when it is reached, the publisher is told.'}
    </>
  );
}
