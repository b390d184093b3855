import { Tooltip } from '@mui/material';
import { formatDateTime, formatExactTime } from '../../format/dates';

/** A moment in the reader's words, exact on hover. */
export function DateTime({ time }: { time: string }) {
  return (
    <Tooltip title={formatExactTime(time)}>
      <time dateTime={time}>{formatDateTime(time)}</time>
    </Tooltip>
  );
}
