import { expect, test } from 'vitest';
import { limitDraftOf, limitOf } from './limit';

const typed = { limitGigabytes: '', limitCost: '', limitAction: 'NOTIFY', isViewRestricted: false } as const;

test.each([1, 1024, 2 ** 30, 1.5 * 2 ** 30, 123456789012345, 2 ** 52])(
  'A limit of %d bytes stays what it is',
  monthlyBytes => {
    const limit = { monthlyBytes, action: 'SUSPEND_DOWNLOADS' } as const;
    expect(limitOf({ ...limitDraftOf(limit), isViewRestricted: false })).toEqual({ egressLimit: limit });
  },
);

test('Money stays what it is, beside bytes', () => {
  const limit = { monthlyBytes: 5 * 2 ** 30, monthlyCost: 12.34, action: 'NOTIFY' } as const;
  expect(limitOf({ ...limitDraftOf(limit), isViewRestricted: false })).toEqual({ egressLimit: limit });
});

test('Nothing typed is no limit, and neither is one of downloads that are not allowed', () => {
  expect(limitOf(typed)).toEqual({});
  expect(limitOf({ ...typed, limitCost: '5', isViewRestricted: true })).toEqual({});
});
