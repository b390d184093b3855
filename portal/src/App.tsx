import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/queryClient';
import { ErrorBoundary } from './app/ErrorBoundary';
import { makeRouter } from './app/router';
import { SessionExpiredDialog } from './auth/SessionExpiredDialog';
import { NotificationsProvider } from './components/notifications/NotificationsProvider';

/** The portal for somebody who is signed in. */
export function App() {
  const [router] = useState(makeRouter);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <NotificationsProvider>
          <RouterProvider router={router} />
          <SessionExpiredDialog />
        </NotificationsProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
