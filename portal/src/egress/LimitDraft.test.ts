import { expect, test } from 'vitest';
import { draftOf, limitOf } from './LimitDraft';

test('A limit comes back as it was typed', () => {
  const limit = { monthlyBytes: 1.5 * 2 ** 30, monthlyCost: 12.5, action: 'NOTIFY' } as const;
  expect(draftOf(limit)).toEqual({ gigabytes: '1.5', cost: '12.5', action: 'NOTIFY' });
  expect(limitOf(draftOf(limit))).toEqual(limit);
});

test('Bytes are whole, and a comma is a point', () => {
  expect(limitOf({ gigabytes: '0,1', cost: '', action: 'NOTIFY' })).toEqual({
    monthlyBytes: 107374182,
    monthlyCost: undefined,
    action: 'NOTIFY',
  });
});

test('Nothing typed is no limit', () => {
  expect(limitOf({ gigabytes: ' ', cost: '', action: 'NOTIFY' })).toBeUndefined();
});
