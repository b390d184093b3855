import { Box, Stack } from '@mui/material';
import { useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Downloads } from '../downloads/Downloads';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';

/** What is around every page: the bar with the project chooser, the navigation, and the way past both. */
export function Shell() {
  const { pathname } = useLocation();
  const [isMenuOpen, setMenuOpen] = useState(false);
  return (
    <>
      <SkipLink />
      <TopBar
        onMenu={() => {
          setMenuOpen(true);
        }}
      />
      <Stack direction="row" sx={{ minHeight: 'calc(100vh - 64px)' }}>
        <Navigation
          isOpen={isMenuOpen}
          onClose={() => {
            setMenuOpen(false);
          }}
        />
        <Box
          component="main"
          id="main"
          tabIndex={-1}
          sx={{ flex: 1, minWidth: 0, p: { xs: 2, sm: 3 }, outline: 'none' }}
        >
          {/* A page that failed leaves the frame usable, and another page begins anew. */}
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </Box>
      </Stack>
      <Downloads />
    </>
  );
}
