import { Alert, AlertTitle, LinearProgress } from '@mui/material';
import type { Enforcement } from '../../api/types';
import { DateTime } from '../../components/values/DateTime';

const states = {
  ENFORCED: { severity: 'success', title: 'Storage enforces this share' },
  PENDING: { severity: 'info', title: 'Storage is being set up to enforce this share' },
  DRIFTED: { severity: 'warning', title: 'Somebody has changed the storage of this share' },
  FAILED: { severity: 'error', title: 'Storage does not enforce this share' },
} as const;

/** Whether storage does what the share says, and since when. */
export function EnforcementState({
  enforcement: { state, reason, effectiveAt, lastVerifiedAt },
}: {
  enforcement: Enforcement;
}) {
  const { severity, title } = states[state];
  return (
    <Alert severity={severity} role="status">
      <AlertTitle>{title}</AlertTitle>
      {reason && <div>{reason}</div>}
      {state === 'PENDING' && (
        <>
          What the share allows now already holds for new requests; sessions that were given out before are being ended.
          <LinearProgress sx={{ mt: 1 }} aria-label="Waiting for storage" />
        </>
      )}
      {effectiveAt && (
        <div>
          As it is now since <DateTime time={effectiveAt} />.
        </div>
      )}
      {lastVerifiedAt && (
        <div>
          Last compared with storage <DateTime time={lastVerifiedAt} />.
        </div>
      )}
    </Alert>
  );
}
