import { Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** What to do first. */
  hint: ReactNode;
  action?: ReactNode;
}

/** A page on which there is nothing yet. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Paper sx={{ p: { xs: 3, sm: 5 } }}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start', maxWidth: 620 }}>
        <Typography variant="h2">{title}</Typography>
        <Typography color="textSecondary">{hint}</Typography>
        {action}
      </Stack>
    </Paper>
  );
}
