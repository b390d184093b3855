import { useRouteError } from 'react-router';
import { Page } from '../components/Page';
import { PageFailure } from './PageFailure';

/** A page that failed, inside of the frame that still works. */
export function RouteError() {
  const error = useRouteError();
  return (
    <Page title="This page failed">
      <PageFailure error={error} />
    </Page>
  );
}
