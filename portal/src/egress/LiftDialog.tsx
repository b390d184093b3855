import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Versioned } from '../api/answers';
import type { EgressLimitState } from '../api/queries/egress';
import { ErrorMessage } from '../components/ErrorMessage';
import { useNotify } from '../components/notifications/useNotify';
import { useSetLimit } from './useSetLimit';

interface Props {
  share: { id: string; name: string };
  versioned: Versioned<EgressLimitState>;
  onClose: () => void;
}

/** Lets suspended downloads go on for the rest of the month; the log keeps who did it and why. */
export function LiftDialog({ share, versioned, onClose }: Props) {
  const [reason, setReason] = useState('');
  const notify = useNotify();
  const lift = useSetLimit(share.id, versioned, () => {
    onClose();
    notify({ message: `Downloads of ${share.name} go on for the rest of this month` });
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="lift-title" maxWidth="sm" fullWidth>
      <form
        onSubmit={event => {
          event.preventDefault();
          lift.mutate({ ...versioned.value.limit, liftReason: reason.trim() });
        }}
      >
        <DialogTitle id="lift-title">Let downloads go on?</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>
              Downloads of {share.name} go on until the month ends, whatever they cost. The limit holds again next
              month.
            </Typography>
            <TextField
              label="Reason, for the audit log"
              required
              autoFocus
              autoComplete="off"
              value={reason}
              onChange={event => {
                setReason(event.target.value);
              }}
              slotProps={{ htmlInput: { maxLength: 500 } }}
            />
            {lift.error && <ErrorMessage title="Downloads stay stopped" error={lift.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" disabled={!reason.trim()} loading={lift.isPending}>
            Let downloads go on
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
