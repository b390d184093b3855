import { SvgIcon } from '@mui/material';

export function Logo() {
  return (
    <SvgIcon viewBox="0 0 32 32" color="primary" aria-hidden>
      <path d="M10.5 16 21 9.5M10.5 16 21 22.5" stroke="currentColor" strokeWidth="2.5" />
      <circle cx="9" cy="16" r="5" />
      <circle cx="23" cy="8" r="4.5" />
      <circle cx="23" cy="24" r="4.5" />
    </SvgIcon>
  );
}
