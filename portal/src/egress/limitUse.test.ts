import { expect, test } from 'vitest';
import { limitUse } from './limitUse';

const month = { usedBytes: 50, usedCost: 9, projectedBytes: 100, projectedCost: 18 };

test('The bound that is nearer counts', () => {
  const limit = { monthlyBytes: 100, monthlyCost: 10, action: 'NOTIFY' } as const;
  expect(limitUse({ ...month, limit })).toEqual({ used: 0.9, projected: 1.8 });
});

test('A bound that is not set is never near', () => {
  expect(limitUse({ ...month, limit: { monthlyBytes: 200, action: 'NOTIFY' } })).toEqual({
    used: 0.25,
    projected: 0.5,
  });
});

test('Without a limit there is nothing to use up', () => {
  expect(limitUse(month)).toBeUndefined();
});
