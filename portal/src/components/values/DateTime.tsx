import { formatDateTime, formatExactTime } from '../../format/dates';

/** A moment in the reader's words, exact on hover. The browser's own hint, since tables have hundreds of these. */
export function DateTime({ time }: { time: string }) {
  return (
    <time dateTime={time} title={formatExactTime(time)}>
      {formatDateTime(time)}
    </time>
  );
}
