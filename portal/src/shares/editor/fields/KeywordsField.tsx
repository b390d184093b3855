import { Autocomplete, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { keywordsInUse } from '../../../api/queries/keywords';
import { useDebounced } from '../../../components/useDebounced';

interface Props {
  value: readonly string[];
  error: string | undefined;
  onChange: (value: string[]) => void;
}

/** Keywords in use to pick from, or new ones by typing. */
export function KeywordsField({ value, error, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const { data = [] } = useQuery(keywordsInUse(useDebounced(typed, 200)));
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      filterSelectedOptions
      options={data.map(keyword => keyword.value)}
      value={[...value]}
      inputValue={typed}
      onInputChange={(_, text) => {
        setTyped(text);
      }}
      onChange={(_, next) => {
        onChange([...new Set(next.map(keyword => keyword.trim()).filter(Boolean))]);
      }}
      renderInput={parameters => (
        <TextField
          {...parameters}
          label="Search keywords"
          error={error !== undefined}
          helperText={error ?? 'Pick, or type and press Enter. By these, others find the share.'}
        />
      )}
    />
  );
}
