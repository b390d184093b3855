import { List, ListItem, ListItemText, Tooltip } from '@mui/material';
import type { Dataset } from '../../../api/types';
import { formatDate } from '../../../format/dates';
import { formatCount, formatSize } from '../../../format/sizes';
import { DatasetTooltip } from './DatasetTooltip';

/** Datasets by name, with all else about each on hover and on focus. */
export function PreviewDatasets({ datasets }: { datasets: readonly Dataset[] }) {
  return (
    <List
      dense
      disablePadding
      sx={{ maxHeight: { md: '42vh' }, overflowY: 'auto' }}
      aria-label="Datasets in this share"
    >
      {datasets.map(dataset => (
        <Tooltip key={dataset.id} title={<DatasetTooltip dataset={dataset} />} placement="left">
          <ListItem disableGutters divider tabIndex={0}>
            <ListItemText
              primary={dataset.name}
              secondary={`${formatSize(dataset.totalSizeBytes ?? 0)}, ${formatCount(dataset.fileCount ?? 0, 'file')}, ${formatDate(dataset.createdAt)}`}
              slotProps={{ primary: { dir: 'auto', sx: { overflowWrap: 'anywhere' } } }}
            />
          </ListItem>
        </Tooltip>
      ))}
    </List>
  );
}
