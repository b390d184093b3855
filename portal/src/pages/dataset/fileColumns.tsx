import DownloadIcon from '@mui/icons-material/Download';
import { IconButton, Tooltip } from '@mui/material';
import type { components } from '../../api/schema';
import { Size } from '../../components/values/Size';
import type { TableColumn } from '../../table/TableColumn';

export type DatasetFile = components['schemas']['FileEntry'];

/** @param download Undefined where nobody may: names are there without a way to the contents. */
export function fileColumns(download: ((file: DatasetFile) => void) | undefined): TableColumn<DatasetFile>[] {
  const columns: TableColumn<DatasetFile>[] = [
    { id: 'path', title: 'File', value: file => file.path, width: 220, grow: 1, shown: 'always' },
    {
      id: 'size',
      title: 'Size',
      value: file => file.size,
      show: file => <Size bytes={file.size} />,
      width: 110,
      align: 'right',
      shown: 'always',
    },
  ];
  if (!download) return columns;
  return [
    ...columns,
    {
      id: 'download',
      title: 'Download',
      value: () => '',
      show: file => (
        <Tooltip title={`Download ${file.path}`}>
          <IconButton
            size="small"
            aria-label={`Download ${file.path}`}
            onClick={() => {
              download(file);
            }}
          >
            <DownloadIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      ),
      width: 136,
      isSortable: false,
      isInCsv: false,
      shown: 'always',
    },
  ];
}
