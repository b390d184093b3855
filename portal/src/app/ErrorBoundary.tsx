import { Box } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { PageFailure } from './PageFailure';

/** The last catch: what fails outside of the routes. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return (
      <Box component="main" sx={{ p: 3 }}>
        <PageFailure error={this.state.error} />
      </Box>
    );
  }
}
