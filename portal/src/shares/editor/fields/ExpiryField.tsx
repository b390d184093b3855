import { TextField } from '@mui/material';
import { localInput } from '../../../format/dates';

interface Props {
  /** RFC 3339 or empty. */
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** When the share ends by itself, in the reader's time zone. */
export function ExpiryField({ value, error, onChange }: Props) {
  return (
    <TextField
      label="Expires"
      type="datetime-local"
      value={value ? localInput(new Date(value)) : ''}
      onChange={event => {
        const time = new Date(event.target.value);
        onChange(Number.isNaN(time.getTime()) ? '' : time.toISOString());
      }}
      error={error !== undefined}
      helperText={error ?? 'After this moment the share gives no access. Empty: it does not end by itself.'}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
