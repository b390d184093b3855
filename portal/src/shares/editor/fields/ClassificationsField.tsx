import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { classifications } from '../../../api/queries/governance';

interface Props {
  value: readonly string[];
  error: string | undefined;
  onChange: (value: string[]) => void;
}

export function ClassificationsField({ value, error, onChange }: Props) {
  const { data = [] } = useQuery(classifications);
  const ofId = (id: string) => data.find(classification => classification.id === id) ?? { id, name: id };
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      filterSelectedOptions
      options={data.map(({ id, name }) => ({ id, name }))}
      value={value.map(ofId)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_, next) => {
        onChange(next.map(({ id }) => id));
      }}
      noOptionsText="This deployment has no data classifications"
      renderInput={parameters => (
        <TextField
          {...parameters}
          label="Apply data classifications"
          error={error !== undefined}
          helperText={error ?? 'What kind of data it is, and so what its readers have to meet.'}
        />
      )}
    />
  );
}
