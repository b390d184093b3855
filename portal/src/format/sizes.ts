import { kept } from './kept';

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** Bytes in the unit that leaves one to four digits before the point; a unit is 1024 of the one before it. */
export function formatSize(bytes: number, locale?: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1023.95 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${bytes === 1 ? 'byte' : (units[unit] ?? '')}`;
}

export const formatExactSize = (bytes: number, locale?: string): string =>
  `${formatNumber(bytes, locale)} ${bytes === 1 ? 'byte' : 'bytes'}`;

const numbers = kept((locale: string | undefined) => new Intl.NumberFormat(locale));

export const formatNumber = (value: number, locale?: string): string => numbers(locale).format(value);

/** `1 dataset`, `1,200 datasets`. */
export const formatCount = (count: number, one: string, many = `${one}s`, locale?: string): string =>
  `${formatNumber(count, locale)} ${count === 1 ? one : many}`;
