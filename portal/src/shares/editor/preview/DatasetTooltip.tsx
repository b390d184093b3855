import type { Dataset } from '../../../api/types';
import { formatExactTime } from '../../../format/dates';
import { formatExactSize } from '../../../format/sizes';

/** What there is to say of a dataset. */
export function DatasetTooltip({ dataset }: { dataset: Dataset }) {
  return (
    <>
      <strong dir="auto">{dataset.name}</strong>
      {dataset.description && <div dir="auto">{dataset.description}</div>}
      <div>Type: {dataset.processId}</div>
      <div>Tags: {dataset.tags.map(({ value }) => value).join(', ') || 'none'}</div>
      <div>
        Created by {dataset.createdBy}, {formatExactTime(dataset.createdAt)}
      </div>
      <div>{formatExactSize(dataset.totalSizeBytes ?? 0)}</div>
    </>
  );
}
