import DatasetIcon from '@mui/icons-material/LabelOutlined';
import SharedIcon from '@mui/icons-material/Share';
import { Tooltip } from '@mui/material';

/** How a tag has been used: by a share of the project, or on datasets only. */
export function TagIcon({ isUsedInShare }: { isUsedInShare: boolean }) {
  const title = isUsedInShare ? 'Shared tag: a share selects by it' : 'Dataset tag: no share selects by it';
  const Icon = isUsedInShare ? SharedIcon : DatasetIcon;
  return (
    <Tooltip title={title}>
      <Icon fontSize="small" titleAccess={title} color={isUsedInShare ? 'secondary' : 'action'} />
    </Tooltip>
  );
}
