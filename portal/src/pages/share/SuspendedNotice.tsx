import { Alert } from '@mui/material';
import type { ShareDetail } from '../../api/types';
import { DateTime } from '../../components/values/DateTime';

/** Why nobody can download at present, and what goes on. */
export function SuspendedNotice({ suspended }: { suspended: NonNullable<ShareDetail['downloadsSuspended']> }) {
  return (
    <Alert severity="warning">
      Downloads are suspended since <DateTime time={suspended.since} />: the limit of {suspended.period} is reached.
      Analyses go on. Downloads go on when the month ends, or when an administrator of the publisher raises the limit or
      lifts it.
    </Alert>
  );
}
