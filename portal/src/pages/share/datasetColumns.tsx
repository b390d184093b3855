import type { Dataset } from '../../api/types';
import { PageLink } from '../../components/PageLink';
import { DateTime } from '../../components/values/DateTime';
import { Size } from '../../components/values/Size';
import { formatNumber } from '../../format/sizes';
import { KeywordChips } from '../../shares/KeywordChips';
import type { TableColumn } from '../../table/TableColumn';

export const datasetColumns = (areLinked: boolean): TableColumn<Dataset>[] => [
  {
    id: 'name',
    title: 'Name',
    value: dataset => dataset.name,
    show: dataset => (areLinked ? <PageLink to={`../datasets/${dataset.id}`}>{dataset.name}</PageLink> : dataset.name),
    width: 180,
    grow: 2,
    shown: 'always',
  },
  { id: 'type', title: 'Type', value: dataset => dataset.processId, width: 150 },
  {
    id: 'tags',
    title: 'Tags',
    value: dataset => dataset.tags.map(({ value }) => value).join(', '),
    show: dataset => <KeywordChips values={dataset.tags.map(({ value }) => value)} />,
    width: 180,
    grow: 1,
  },
  {
    id: 'size',
    title: 'Size',
    value: dataset => dataset.totalSizeBytes,
    show: dataset => dataset.totalSizeBytes !== undefined && <Size bytes={dataset.totalSizeBytes} />,
    width: 110,
    align: 'right',
    shown: 'always',
  },
  {
    id: 'files',
    title: 'Files',
    value: dataset => dataset.fileCount,
    show: dataset => dataset.fileCount !== undefined && formatNumber(dataset.fileCount),
    width: 90,
    align: 'right',
  },
  { id: 'createdBy', title: 'Created by', value: dataset => dataset.createdBy, width: 140 },
  {
    id: 'created',
    title: 'Created',
    value: dataset => dataset.createdAt,
    show: dataset => <DateTime time={dataset.createdAt} />,
    width: 170,
  },
];
