import FilterListIcon from '@mui/icons-material/FilterList';
import { Box, Button, Drawer, Paper, Stack, Typography, useMediaQuery } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useAddress } from '../../address/useAddress';

interface Props {
  /** The parameters of the address that the filters use. */
  names: readonly string[];
  children: ReactNode;
}

/** The filters of a list: at its right, or behind a button on narrow windows. */
export function FilterSidebar({ names, children }: Props) {
  const isWide = useMediaQuery(theme => theme.breakpoints.up('lg'));
  const [isOpen, setOpen] = useState(false);
  const { parameters, change } = useAddress();
  const used = names.filter(name => parameters.has(name)).length;

  const filters = (
    <Stack spacing={2}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', minHeight: 32 }}>
        <Typography variant="h2">Filters</Typography>
        {used > 0 && (
          <Button
            size="small"
            onClick={() => {
              change(Object.fromEntries([...names, 'page'].map(name => [name, ''])));
            }}
          >
            Clear
          </Button>
        )}
      </Stack>
      {children}
    </Stack>
  );

  if (isWide)
    return (
      <Paper component="aside" aria-label="Filters" sx={{ width: 264, flexShrink: 0, p: 2, alignSelf: 'flex-start' }}>
        {filters}
      </Paper>
    );
  return (
    <Box sx={{ order: -1, alignSelf: 'flex-start' }}>
      <Button
        startIcon={<FilterListIcon />}
        variant="outlined"
        onClick={() => {
          setOpen(true);
        }}
      >
        {used > 0 ? `Filters (${used})` : 'Filters'}
      </Button>
      <Drawer
        anchor="right"
        open={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        slotProps={{ paper: { 'aria-label': 'Filters', sx: { width: 'min(320px, 90vw)', p: 2 } } }}
      >
        {filters}
        <Button
          variant="contained"
          sx={{ mt: 3 }}
          onClick={() => {
            setOpen(false);
          }}
        >
          Show the list
        </Button>
      </Drawer>
    </Box>
  );
}
