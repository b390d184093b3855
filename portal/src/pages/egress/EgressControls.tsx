import { MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useAddress } from '../../address/useAddress';
import { dimensions, type Dimension } from '../../api/queries/egress';
import { dimensionWords } from './groupWords';

interface Props {
  by: Dimension;
  measure: 'bytes' | 'cost';
}

/** Which days, summed up by what; all of it in the address. */
export function EgressControls({ by, measure }: Props) {
  const { parameters, change } = useAddress();
  const day = (name: 'from' | 'to', label: string) => (
    <TextField
      label={label}
      type="date"
      value={parameters.get(name) ?? ''}
      onChange={event => {
        change({ [name]: event.target.value, page: '' });
      }}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 170 }}
    />
  );
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
      {day('from', 'From (UTC)')}
      {day('to', 'To (UTC)')}
      <TextField
        select
        label="Summed up by"
        value={by}
        onChange={event => {
          change({ by: event.target.value, sort: '', columns: '', page: '' });
        }}
        sx={{ width: 190 }}
      >
        {dimensions.map(dimension => (
          <MenuItem key={dimension} value={dimension}>
            {dimensionWords[dimension]}
          </MenuItem>
        ))}
      </TextField>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="What the chart shows"
        value={measure}
        onChange={(_, next: string | null) => {
          if (next) change({ measure: next });
        }}
      >
        <ToggleButton value="bytes" sx={{ color: 'text.primary' }}>
          Bytes
        </ToggleButton>
        <ToggleButton value="cost" sx={{ color: 'text.primary' }}>
          Cost
        </ToggleButton>
      </ToggleButtonGroup>
    </Stack>
  );
}
