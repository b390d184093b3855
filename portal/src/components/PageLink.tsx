import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

/** A link to another page of the portal; underlined, since it may stand in a text. */
export function PageLink({ to, children, onClick }: { to: string; children: ReactNode; onClick?: () => void }) {
  return (
    <Link component={RouterLink} to={to} onClick={onClick} underline="always" dir="auto">
      {children}
    </Link>
  );
}
