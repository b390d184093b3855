import { Typography } from '@mui/material';
import type { Preview } from '../../../api/types';
import { Money } from '../../../components/values/Money';
import { formatCount } from '../../../format/sizes';

interface Props {
  cost: Preview['cost'];
  isExact: boolean;
  isViewRestricted: boolean;
}

/** What the choice of access costs the publisher, beside the choice. */
export function PreviewCost({ cost, isExact, isViewRestricted }: Props) {
  if (isViewRestricted)
    return (
      <Typography variant="body2" color="textSecondary">
        Pipelines only: nothing is downloaded, so there is no download for you to pay. Subscribers pay for their
        analyses.
      </Typography>
    );
  if (!cost)
    return (
      <Typography variant="body2" color="textSecondary">
        You pay for what subscribers download. This deployment knows no price for it.
      </Typography>
    );
  const money = (amount: number) => <Money amount={amount} currency={cost.currency} />;
  return (
    <Typography variant="body2" color="textSecondary">
      You pay for what subscribers download: one full download costs {!isExact && 'at least '}
      <strong>{money(cost.perSubscriber)}</strong>
      {cost.subscribers > 0 && (
        <>
          , by each of {formatCount(cost.subscribers, 'project')} <strong>{money(cost.allSubscribers)}</strong>
        </>
      )}{' '}
      at the list price of {money(cost.pricePerGigabyte)} a gigabyte ({cost.region}, {cost.priceVersion}).
    </Typography>
  );
}
