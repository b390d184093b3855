import { Tooltip } from '@mui/material';
import { formatExactSize, formatSize } from '../../format/sizes';

/** Bytes in a readable unit, exact on hover. */
export function Size({ bytes }: { bytes: number }) {
  return (
    <Tooltip title={formatExactSize(bytes)}>
      <span>{formatSize(bytes)}</span>
    </Tooltip>
  );
}
