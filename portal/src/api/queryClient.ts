import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './ApiError';

const isPassing = (error: unknown) => error instanceof ApiError && error.isPassing;
const milliseconds = (error: unknown, attempt: number) =>
  error instanceof ApiError && error.retryAfterSeconds ? error.retryAfterSeconds * 1000 : 500 * 2 ** attempt;

/** Reads are tried again where that can help; changes never are, since only the person knows whether they still want them. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 3 && isPassing(error),
      retryDelay: (attempt, error) => milliseconds(error, attempt),
    },
    mutations: { retry: false },
  },
});
