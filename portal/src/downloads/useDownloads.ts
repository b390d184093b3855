import { createContext, useContext, useSyncExternalStore } from 'react';
import { bodyOf } from '../api/answers';
import { api } from '../api/client';
import { DownloadQueue, type Sign } from './DownloadQueue';

export const DownloadsContext = createContext(new DownloadQueue());

export const useDownloads = () => useContext(DownloadsContext);

export function useDownloadItems() {
  const queue = useDownloads();
  return useSyncExternalStore(queue.subscribe, queue.items);
}

/** Signs files of a dataset, as this project sees it. */
export const signFilesOf =
  (project: string, dataset: string): Sign =>
  async path => {
    const { urls } = await bodyOf(
      api.POST('/projects/{project}/datasets/{dataset}/files:presign', {
        params: { path: { project, dataset } },
        body: { paths: [path] },
      }),
    );
    return urls[0]?.url ?? '';
  };
