import { expect, test } from 'vitest';
import { dayOf, endOfDay, startOfDay } from './dates';
import { formatMoney } from './money';
import { formatCount, formatExactSize, formatSize } from './sizes';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1,023 bytes'],
  [1024, '1 KiB'],
  [1536, '1.5 KiB'],
  [1024 ** 2 - 1, '1 MiB'],
  [250 * 1024 ** 3, '250 GiB'],
  [Number.MAX_SAFE_INTEGER, '8 PiB'],
])('%d bytes are %s', (bytes, text) => {
  expect(formatSize(bytes, 'en')).toBe(text);
});

test('Sizes and counts are in the language of the reader', () => {
  expect(formatSize(1536, 'de')).toBe('1,5 KiB');
  expect(formatExactSize(1234567, 'de')).toBe('1.234.567 bytes');
  expect(formatCount(1200, 'share', undefined, 'en')).toBe('1,200 shares');
});

test('Less than a cent does not look like nothing', () => {
  expect(formatMoney(0.004, 'USD', 'en')).toBe('< $0.01');
  expect(formatMoney(-0.0000001, 'USD', 'en')).toBe('> -$0.01');
  expect(formatMoney(0, 'USD', 'en')).toBe('$0.00');
});

test.each(['2026-02-28', '2024-02-29', '2026-12-31'])('The day %s ends where the next begins', day => {
  const start = startOfDay(day);
  const end = endOfDay(day);
  expect(start && dayOf(start)).toBe(day);
  expect(end && startOfDay(dayOf(end))).toEqual(end);
});

test.each(['2026-02-30', '', 'yesterday', '2026-2-3'])('%j is no day', text => {
  expect(startOfDay(text)).toBeUndefined();
});
