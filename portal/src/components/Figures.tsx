import { Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** The numbers that a page is about, side by side. */
export function Figures({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Stack
      component="ul"
      direction="row"
      useFlexGap
      aria-label={name}
      sx={{ flexWrap: 'wrap', gap: 2, listStyle: 'none', m: 0, p: 0 }}
    >
      {children}
    </Stack>
  );
}

export function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper component="li" sx={{ px: 2, py: 1.5, minWidth: 130 }}>
      <Typography variant="body2" color="textSecondary">
        {title}
      </Typography>
      <Typography variant="h2" component="p">
        {children}
      </Typography>
    </Paper>
  );
}
