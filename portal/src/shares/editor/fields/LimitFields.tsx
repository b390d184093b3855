import { InputAdornment, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import type { LimitAction, LimitDraft } from '../limit';

interface Props {
  draft: LimitDraft;
  error: string | undefined;
  onChange: (change: Partial<LimitDraft>) => void;
}

const actions: Record<LimitAction, string> = {
  NOTIFY: 'Tell the administrators',
  SUSPEND_DOWNLOADS: 'Tell them, and stop downloads until the month ends',
};

/** What downloads of the share may cost the publisher in a month. */
export function LimitFields({ draft, error, onChange }: Props) {
  const id = useId();
  const bound = (name: 'limitGigabytes' | 'limitCost', label: string, unit: string, step: string) => (
    <TextField
      label={label}
      type="number"
      value={draft[name]}
      onChange={event => {
        onChange({ [name]: event.target.value });
      }}
      error={error !== undefined}
      slotProps={{
        htmlInput: { min: 0, step },
        input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
  return (
    <Stack role="group" aria-labelledby={id} spacing={1.5}>
      <Typography id={id} variant="h3">
        Download limit of a month
      </Typography>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
        {bound('limitGigabytes', 'Amount', 'GiB', 'any')}
        {bound('limitCost', 'Cost', 'USD', '0.01')}
      </Stack>
      <TextField
        select
        label="When it is reached"
        value={draft.limitAction}
        onChange={event => {
          onChange({ limitAction: event.target.value as LimitAction });
        }}
        error={error !== undefined}
        helperText={
          error ??
          'The one that is reached first counts; at 80 % you are told as well. Analyses always go on. Empty: no limit.'
        }
      >
        {Object.entries(actions).map(([action, text]) => (
          <MenuItem key={action} value={action}>
            {text}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
