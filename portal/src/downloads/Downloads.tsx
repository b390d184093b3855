import { lazy, Suspense } from 'react';
import { useDownloadItems } from './useDownloads';

const DownloadPanel = lazy(async () => ({ default: (await import('./DownloadPanel')).DownloadPanel }));

/** The panel of downloads, which nobody fetches before the first download. */
export function Downloads() {
  return (
    useDownloadItems().length > 0 && (
      <Suspense>
        <DownloadPanel />
      </Suspense>
    )
  );
}
