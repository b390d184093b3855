import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { ErrorMessage } from './ErrorMessage';

interface Props {
  title: string;
  children: ReactNode;
  /** What the button does: `Delete share`. */
  action: string;
  /** To be typed first, for what cannot be undone. */
  typeToConfirm?: string;
  isBusy?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({ title, children, action, typeToConfirm, isBusy, error, onConfirm, onClose }: Props) {
  const [typed, setTyped] = useState('');
  const isConfirmed = typeToConfirm === undefined || typed.trim() === typeToConfirm.trim();
  return (
    <Dialog open onClose={onClose} aria-labelledby="confirm-title" maxWidth="sm" fullWidth>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (isConfirmed && !isBusy) onConfirm();
        }}
      >
        <DialogTitle id="confirm-title">{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <div>{children}</div>
            {typeToConfirm !== undefined && (
              <TextField
                label={`Type “${typeToConfirm}” to confirm`}
                value={typed}
                onChange={event => {
                  setTyped(event.target.value);
                }}
                autoFocus
                autoComplete="off"
                slotProps={{ inputLabel: { shrink: true } }}
              />
            )}
            {error != null && <ErrorMessage title="It was not done" error={error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" color="error" disabled={!isConfirmed} loading={isBusy}>
            {action}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
