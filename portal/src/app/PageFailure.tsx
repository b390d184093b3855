import { ErrorMessage } from '../components/ErrorMessage';
import { ApiError } from '../api/ApiError';

/** What failed while a page was drawn. A script that is gone means that a newer portal was published meanwhile. */
export function PageFailure({ error }: { error: unknown }) {
  const isOutdated = error instanceof TypeError && /import|module/i.test(error.message);
  const title = isOutdated ? 'The portal was updated meanwhile' : 'Something went wrong';
  const shown = isOutdated ? new ApiError(-1, 'OUTDATED', 'Reload the page to go on with the new version.') : error;
  return (
    <ErrorMessage
      title={title}
      error={shown}
      onRetry={() => {
        location.reload();
      }}
    />
  );
}
