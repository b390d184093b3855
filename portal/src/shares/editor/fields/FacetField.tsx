import { Autocomplete, Box, Stack, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { formatCount } from '../../../format/sizes';

export interface Facet {
  value: string;
  /** Datasets that have it. */
  count: number;
}

interface Props<F extends Facet> {
  label: string;
  help: string;
  facets: readonly F[];
  value: readonly string[];
  /** Stands before a value, in the list and among the chosen. */
  icon?: (value: string) => ReactNode;
  error?: string;
  onChange: (value: string[]) => void;
}

/** Values that datasets have in one field, to pick from; one that none has yet can be typed, since a selection is alive. */
export function FacetField<F extends Facet>({ label, help, facets, value, icon, error, onChange }: Props<F>) {
  const count = (name: string) => facets.find(facet => facet.value === name)?.count ?? 0;
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      disableCloseOnSelect
      filterSelectedOptions
      options={facets.map(facet => facet.value)}
      value={[...value]}
      onChange={(_, next) => {
        onChange([...new Set(next.map(name => name.trim()).filter(Boolean))]);
      }}
      renderOption={({ key, ...item }, name) => (
        <Box component="li" key={key} {...item}>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center', width: 1 }}>
            {icon?.(name)}
            <Box sx={{ flex: 1, overflowWrap: 'anywhere' }} dir="auto">
              {name}
            </Box>
            <Typography variant="body2" color="textSecondary">
              {formatCount(count(name), 'dataset')}
            </Typography>
          </Stack>
        </Box>
      )}
      slotProps={{ chip: { size: 'small' } }}
      renderInput={parameters => (
        <TextField {...parameters} label={label} error={error !== undefined} helperText={error ?? help} />
      )}
    />
  );
}
