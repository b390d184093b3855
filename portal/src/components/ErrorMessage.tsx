import { Alert, AlertTitle, Button } from '@mui/material';
import { adviceFor, messageOf } from '../api/advice';
import { ApiError } from '../api/ApiError';

interface Props {
  /** What could not be done: `The shares could not be loaded`. */
  title: string;
  error: unknown;
  onRetry?: () => void;
}

/** What failed, why, and what to do about it. */
export function ErrorMessage({ title, error, onRetry }: Props) {
  return (
    <Alert
      severity="error"
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {messageOf(error)} {adviceFor(error)}
      {error instanceof ApiError && error.status >= 500 && error.traceId && <div>Trace {error.traceId}</div>}
    </Alert>
  );
}
