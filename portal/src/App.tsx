import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter } from 'react-router';
import { queryClient } from './api/queryClient';
import { ErrorBoundary } from './app/ErrorBoundary';
import { Pages } from './app/router';
import { SessionExpiredDialog } from './auth/SessionExpiredDialog';
import { NotificationsProvider } from './components/notifications/NotificationsProvider';

/** The portal for somebody who is signed in. */
export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <NotificationsProvider>
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
          <SessionExpiredDialog />
        </NotificationsProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
