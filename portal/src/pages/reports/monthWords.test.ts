import { expect, test } from 'vitest';
import { completenessWords, monthWords, statusWords } from './monthWords';

test('A month is named, also east and west of Greenwich', () => {
  expect(monthWords('2026-11', 'en')).toBe('November 2026');
});

test('A closed month says which version it is', () => {
  expect(statusWords({ status: 'FINAL', version: 2 })).toBe('Final, version 2');
  expect(statusWords({ status: 'ESTIMATED', version: 0 })).toBe('Estimated');
});

test('What numbers rest on is said as far as it is known', () => {
  const completeness = {
    bill: 'MISSING',
    checkedDays: 0,
    uncheckedDays: 0,
    meteredBytes: 0,
    checkedBytes: 0,
    gap: 0,
  } as const;
  expect(completenessWords(completeness)).toBe('AWS has not billed anything of this month yet.');
  expect(
    completenessWords({
      ...completeness,
      bill: 'FINAL',
      trailReadUntil: '2026-11-03',
      checkedDays: 2,
      uncheckedDays: 1,
    }),
  ).toBe(
    'AWS has closed its bill of this month. The trail’s files are read up to 2026-11-03. CloudWatch has counted too on 2 of 3 days of shares with downloads.',
  );
});
