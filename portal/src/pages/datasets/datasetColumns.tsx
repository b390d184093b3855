import { Stack } from '@mui/material';
import type { Dataset } from '../../api/types';
import { PageLink } from '../../components/PageLink';
import { DateTime } from '../../components/values/DateTime';
import { Size } from '../../components/values/Size';
import { SourceIcon } from '../../datasets/SourceIcon';
import { StatusChip, statusWords } from '../../datasets/StatusChip';
import { formatNumber } from '../../format/sizes';
import { AccessChip } from '../../shares/AccessChip';
import { KeywordChips } from '../../shares/KeywordChips';
import { accessWords } from '../../shares/wording';
import type { TableColumn } from '../../table/TableColumn';

const tags = (dataset: Dataset) => dataset.tags.map(({ value }) => value);

export const datasetColumns: TableColumn<Dataset>[] = [
  {
    id: 'name',
    title: 'Name',
    value: dataset => dataset.name,
    show: dataset => (
      <Stack direction="row" spacing={1} component="span">
        <SourceIcon dataset={dataset} />
        <PageLink to={dataset.id}>{dataset.name}</PageLink>
      </Stack>
    ),
    width: 210,
    grow: 2,
    shown: 'always',
  },
  { id: 'share', title: 'Share', value: dataset => dataset.share?.name, width: 150, grow: 1, shown: 'always' },
  {
    id: 'access',
    title: 'Access',
    value: dataset => (dataset.share ? accessWords(dataset.isViewRestricted) : 'Own'),
    show: dataset => (dataset.share ? <AccessChip isViewRestricted={dataset.isViewRestricted} /> : 'Own'),
    width: 236,
  },
  {
    id: 'tags',
    title: 'Tags',
    value: dataset => tags(dataset).join(', '),
    show: dataset => <KeywordChips values={tags(dataset)} />,
    width: 150,
    grow: 1,
  },
  { id: 'createdBy', title: 'Created by', value: dataset => dataset.createdBy, width: 130 },
  { id: 'type', title: 'Data type', value: dataset => dataset.processId, width: 140 },
  {
    id: 'size',
    title: 'Size',
    value: dataset => dataset.totalSizeBytes,
    show: ({ totalSizeBytes }) => totalSizeBytes != null && <Size bytes={totalSizeBytes} />,
    width: 104,
    align: 'right',
  },
  {
    id: 'files',
    title: 'Files',
    value: dataset => dataset.fileCount,
    show: ({ fileCount }) => fileCount != null && formatNumber(fileCount),
    width: 90,
    align: 'right',
  },
  {
    id: 'created',
    title: 'Created',
    value: dataset => dataset.createdAt,
    show: dataset => <DateTime time={dataset.createdAt} />,
    width: 170,
  },
  {
    id: 'status',
    title: 'Status',
    value: dataset => statusWords(dataset.status),
    show: dataset => <StatusChip status={dataset.status} />,
    width: 140,
    shown: 'onRequest',
  },
  {
    id: 'updated',
    title: 'Updated',
    value: dataset => dataset.updatedAt,
    show: dataset => <DateTime time={dataset.updatedAt} />,
    width: 170,
    shown: 'onRequest',
  },
  { id: 'description', title: 'Description', value: dataset => dataset.description, width: 240, shown: 'onRequest' },
  { id: 'id', title: 'Id', value: dataset => dataset.id, width: 300, shown: 'onRequest' },
];
