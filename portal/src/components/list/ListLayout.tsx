import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';

/** A list with its filters at the right; on narrow windows the filters are a button above it. */
export function ListLayout({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  return (
    <Stack direction={{ xs: 'column', lg: 'row' }} spacing={2}>
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {filters}
    </Stack>
  );
}
