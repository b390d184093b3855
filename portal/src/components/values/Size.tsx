import { formatExactSize, formatSize } from '../../format/sizes';

/** Bytes in a readable unit, exact on hover. */
export function Size({ bytes }: { bytes: number }) {
  return <span title={formatExactSize(bytes)}>{formatSize(bytes)}</span>;
}
