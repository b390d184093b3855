import { Stack, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { filePages } from '../../api/queries/datasets';
import type { DatasetDetail } from '../../api/types';
import { useAllPages } from '../../api/useAllPages';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { signFilesOf, useDownloads } from '../../downloads/useDownloads';
import { formatCount } from '../../format/sizes';
import { DataTable } from '../../table/DataTable';
import { DownloadButtons } from './DownloadButtons';
import { fileColumns, type DatasetFile } from './fileColumns';

const firstSort = { column: 'path', order: 'asc' } as const;
const mostFiles = 10_000;

/** The files of a dataset; with ways to download them where the reader may. */
export function DatasetFiles({ dataset }: { dataset: DatasetDetail }) {
  const { id: project } = useProject();
  const query = useInfiniteQuery(filePages(project, dataset.id));
  const files = useMemo(() => query.data?.pages.flatMap(page => page.files) ?? [], [query.data]);
  useAllPages(query, files.length, mostFiles);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const downloads = useDownloads();
  const start = useCallback(
    (wanted: readonly DatasetFile[]) => {
      downloads.add(dataset.name, wanted, signFilesOf(project, dataset.id));
    },
    [downloads, dataset, project],
  );
  const columns = useMemo(
    () =>
      fileColumns(
        dataset.isViewRestricted
          ? undefined
          : file => {
              start([file]);
            },
      ),
    [dataset.isViewRestricted, start],
  );
  const total = query.data?.pages.at(-1)?.totalFiles ?? 0;

  return (
    <Stack component="section" aria-labelledby="files-title" spacing={1.5}>
      <Typography variant="h2" id="files-title">
        Files
      </Typography>
      {dataset.isViewRestricted && (
        <Typography color="textSecondary">
          These files cannot be viewed or downloaded, because the share is analyze only: pipelines read them, and
          storage refuses everybody else.
        </Typography>
      )}
      <ListState
        query={query}
        what="files"
        isEmpty={files.length === 0 && !query.hasNextPage}
        empty={{ title: 'No files yet', hint: 'They appear here once they are uploaded to the dataset.' }}
      >
        {!dataset.isViewRestricted && <DownloadButtons files={files} selected={selected} onDownload={start} />}
        <DataTable
          name={`Files of ${dataset.name}`}
          unit={['file', 'files']}
          rows={files}
          columns={columns}
          rowId={file => file.path}
          firstSort={firstSort}
          isLoading={query.isFetchingNextPage}
          selection={dataset.isViewRestricted ? undefined : { selected, onChange: setSelected }}
        />
        {files.length < total && files.length >= mostFiles && (
          <Typography variant="body2" color="textSecondary">
            The first {formatCount(files.length, 'file')} of {total}. The commands above read all of them.
          </Typography>
        )}
      </ListState>
    </Stack>
  );
}
