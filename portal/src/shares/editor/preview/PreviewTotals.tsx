import { Typography } from '@mui/material';
import type { Preview } from '../../../api/types';
import { Size } from '../../../components/values/Size';
import { formatCount } from '../../../format/sizes';

/** How much the share would hold, said aloud when it changes. */
export function PreviewTotals({ preview: { count = 0, bytes = 0, files = 0, isExact } }: { preview: Preview }) {
  return (
    <Typography role="status">
      {isExact === false && 'At least '}
      <strong>{formatCount(count, 'dataset')}</strong>, {formatCount(files, 'file')}, <Size bytes={bytes} />
    </Typography>
  );
}
