import { TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useAddress } from '../../address/useAddress';

/** A filter by words, kept in the address shortly after the typing. */
export function TextFilter({ name, label }: { name: string; label: string }) {
  const { parameters, change } = useAddress();
  const inAddress = parameters.get(name) ?? '';
  const [{ text, of }, setTyped] = useState({ text: inAddress, of: inAddress });
  // The address has changed by something else: a cleared filter, the way back.
  if (of !== inAddress) setTyped({ text: inAddress === text.trim() ? text : inAddress, of: inAddress });

  useEffect(() => {
    if (text.trim() === inAddress) return undefined;
    const timer = setTimeout(() => {
      change({ [name]: text.trim(), page: '' });
    }, 150);
    return () => {
      clearTimeout(timer);
    };
  }, [text, inAddress, name, change]);

  return (
    <TextField
      label={label}
      type="search"
      value={text}
      onChange={event => {
        setTyped({ text: event.target.value, of });
      }}
      slotProps={{ htmlInput: { maxLength: 200 } }}
    />
  );
}
