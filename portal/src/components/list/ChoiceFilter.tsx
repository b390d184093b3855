import { Autocomplete, TextField } from '@mui/material';
import { useAddress } from '../../address/useAddress';

export interface Choice {
  /** What stands in the address. */
  value: string;
  label: string;
}

/** A filter by some of the values that a list has; a row is shown when it has one of those chosen. */
export function ChoiceFilter({ name, label, choices }: { name: string; label: string; choices: readonly Choice[] }) {
  const { parameters, change } = useAddress();
  const chosen = parameters
    .getAll(name)
    .map(value => choices.find(choice => choice.value === value) ?? { value, label: value });
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={choices}
      value={chosen}
      getOptionLabel={choice => choice.label}
      getOptionKey={choice => choice.value}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onChange={(_, next) => {
        change({ [name]: next.map(choice => choice.value), page: '' });
      }}
      renderInput={parameters => <TextField {...parameters} label={label} />}
    />
  );
}
