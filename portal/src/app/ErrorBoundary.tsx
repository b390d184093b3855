import { Component, type ReactNode } from 'react';
import { PageFailure } from './PageFailure';

/** Shows what failed while its content was drawn. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <PageFailure error={this.state.error} />;
  }
}
