import { FormControlLabel, Radio, RadioGroup, Stack, TextField } from '@mui/material';
import type { FieldErrors } from '../api/fieldErrors';
import type { LimitDraft } from './LimitDraft';

interface Props {
  draft: LimitDraft;
  currency: string;
  errors: FieldErrors;
  onChange: (draft: LimitDraft) => void;
}

/** What downloads may take in a month, and what happens then. */
export function LimitFields({ draft, currency, errors, onChange }: Props) {
  const field = (name: 'gigabytes' | 'cost', label: string, error: string[] | undefined) => (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={draft[name]}
      error={error !== undefined}
      helperText={error?.join(' ')}
      onChange={event => {
        onChange({ ...draft, [name]: event.target.value });
      }}
    />
  );
  return (
    <>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2}>
        {field('gigabytes', 'GiB a month', errors['monthlyBytes'])}
        {field('cost', `${currency} a month`, errors['monthlyCost'])}
      </Stack>
      <RadioGroup
        aria-label="When the limit is reached"
        value={draft.action}
        onChange={(_, action) => {
          onChange({ ...draft, action: action as LimitDraft['action'] });
        }}
      >
        <FormControlLabel
          value="SUSPEND_DOWNLOADS"
          control={<Radio />}
          label="Stop downloads until the month ends; analyses go on"
        />
        <FormControlLabel value="NOTIFY" control={<Radio />} label="Only tell the administrators" />
      </RadioGroup>
    </>
  );
}
