import { Stack, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { useAddress } from '../../address/useAddress';

/** A filter by days of the reader's calendar, both included, as yyyy-mm-dd in the address. */
export function DateRangeFilter({ label, from, to }: { label: string; from: string; to: string }) {
  const { parameters, change } = useAddress();
  const id = useId();
  const day = (name: string, title: string) => (
    <TextField
      label={title}
      type="date"
      value={parameters.get(name) ?? ''}
      onChange={event => {
        change({ [name]: event.target.value, page: '' });
      }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
  return (
    <Stack role="group" aria-labelledby={id} spacing={1.5}>
      <Typography id={id} variant="body2" color="textSecondary">
        {label}
      </Typography>
      {day(from, 'From')}
      {day(to, 'To')}
    </Stack>
  );
}
