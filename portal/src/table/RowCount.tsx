import { Typography } from '@mui/material';
import { formatCount } from '../format/sizes';

interface Props {
  count: number;
  unit: readonly [one: string, many: string];
  isLoading: boolean;
}

/** How many rows there are, said aloud when a filter changes it. */
export function RowCount({ count, unit, isLoading }: Props) {
  return (
    <Typography role="status" variant="body2" color="textSecondary">
      {formatCount(count, ...unit)}
      {isLoading && ', loading more…'}
    </Typography>
  );
}
