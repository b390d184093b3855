import { Autocomplete, TextField } from '@mui/material';
import { useAddress } from '../../address/useAddress';
import type { Choice } from './ChoiceFilter';

interface Props {
  /** Its parameter in the address. */
  name: string;
  label: string;
  choices: readonly Choice[];
}

/** A filter by one of the values that a list has. A value of the address that is no choice is shown as it is. */
export function SingleChoiceFilter({ name, label, choices }: Props) {
  const { parameters, change } = useAddress();
  const value = parameters.get(name);
  const chosen = value === null ? null : (choices.find(choice => choice.value === value) ?? { value, label: value });
  return (
    <Autocomplete
      options={chosen && !choices.includes(chosen) ? [chosen, ...choices] : choices}
      value={chosen}
      getOptionLabel={choice => choice.label}
      getOptionKey={choice => choice.value}
      isOptionEqualToValue={(one, other) => one.value === other.value}
      onChange={(_, next) => {
        change({ [name]: next?.value, page: '' });
      }}
      renderInput={parameters => <TextField {...parameters} label={label} />}
    />
  );
}
