import { Paper } from '@mui/material';
import type { DatasetDetail } from '../../api/types';
import { Facts } from '../../components/Facts';
import { DateTime } from '../../components/values/DateTime';
import { Size } from '../../components/values/Size';
import { StatusChip } from '../../datasets/StatusChip';
import { formatNumber } from '../../format/sizes';
import { KeywordChips } from '../../shares/KeywordChips';
import { usePublisherName } from './usePublisherName';

export function DatasetFacts({ dataset }: { dataset: DatasetDetail }) {
  const owner = usePublisherName(dataset);
  const tags = dataset.tags.map(({ value }) => value);
  return (
    <Paper sx={{ p: 2 }}>
      <Facts
        facts={[
          ['Description', dataset.description],
          ['Status', <StatusChip key="status" status={dataset.status} />],
          ['Owner', owner],
          ['Data type', dataset.processId],
          ['Tags', tags.length > 0 && <KeywordChips values={tags} />],
          ['Size', dataset.totalSizeBytes !== null && <Size bytes={dataset.totalSizeBytes} />],
          ['Files', dataset.fileCount !== null && formatNumber(dataset.fileCount)],
          ['Created by', dataset.createdBy],
          ['Created', <DateTime key="created" time={dataset.createdAt} />],
          ['Updated', <DateTime key="updated" time={dataset.updatedAt} />],
          ['Id', <code key="id">{dataset.id}</code>],
        ]}
      />
    </Paper>
  );
}
