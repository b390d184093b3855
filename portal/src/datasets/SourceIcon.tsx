import FolderIcon from '@mui/icons-material/Folder';
import FolderSharedIcon from '@mui/icons-material/FolderShared';
import LockIcon from '@mui/icons-material/Lock';
import { Tooltip } from '@mui/material';
import type { Dataset } from '../api/types';

/** Tells own datasets, shared ones, and shared ones that pipelines alone read. */
export function SourceIcon({ dataset }: { dataset: Pick<Dataset, 'isViewRestricted'> & { share?: unknown } }) {
  const [Icon, title] = !dataset.share
    ? [FolderIcon, 'Own dataset']
    : dataset.isViewRestricted
      ? [LockIcon, 'Shared, analyze only']
      : [FolderSharedIcon, 'Shared'];
  return (
    <Tooltip title={title}>
      <Icon titleAccess={title} fontSize="small" color={dataset.share ? 'secondary' : 'action'} />
    </Tooltip>
  );
}
