import { Skeleton, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { adviceFor, messageOf } from '../api/advice';
import { ApiError } from '../api/ApiError';
import { EmptyState, type EmptyStateProps } from './EmptyState';
import { ErrorMessage } from './ErrorMessage';

interface Props {
  /** A query, or the part of one that this looks at. */
  query: { isPending: boolean; error: unknown; data: unknown; refetch: () => unknown };
  /** What the list holds: `shares`. */
  what: string;
  isEmpty?: boolean;
  empty?: EmptyStateProps;
  children: ReactNode;
}

/** The states that every list has: loading, empty with what to do first, failed with a way to try again, and not allowed. */
export function ListState({ query, what, isEmpty = false, empty, children }: Props) {
  if (query.data !== undefined) return isEmpty && empty ? <EmptyState {...empty} /> : children;
  if (query.isPending) return <Loading what={what} />;
  if (query.error instanceof ApiError && query.error.isRefusalOfAccess)
    return (
      <EmptyState title={`You cannot see the ${what}`} hint={`${messageOf(query.error)} ${adviceFor(query.error)}`} />
    );
  return (
    <ErrorMessage title={`The ${what} could not be loaded`} error={query.error} onRetry={() => void query.refetch()} />
  );
}

function Loading({ what }: { what: string }) {
  return (
    <Stack spacing={1} role="status" aria-label={`Loading the ${what}`}>
      <Skeleton variant="rounded" height={40} />
      <Skeleton variant="rounded" height={200} />
    </Stack>
  );
}
