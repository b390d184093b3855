import { Typography } from '@mui/material';
import type { Enforcement } from '../../api/types';
import { DateTime } from '../../components/values/DateTime';
import { formatCount } from '../../format/sizes';

/** What trying the share out from the Internet found. */
export function CanaryWords({ canary: { triedAt, trials } }: { canary: NonNullable<Enforcement['canary']> }) {
  const failed = trials.filter(({ passed }) => !passed);
  return (
    <Typography variant="body2" color={failed.length > 0 ? 'error' : 'textSecondary'}>
      Tried out from the Internet <DateTime time={triedAt} />:{' '}
      {failed.length === 0
        ? `${formatCount(trials.length, 'attempt')}, each with the outcome that the share promises.`
        : `${formatCount(failed.length, 'attempt')} of ${trials.length} ended otherwise than the share promises: ${failed.map(({ trial }) => trial).join(', ')}.`}
    </Typography>
  );
}
