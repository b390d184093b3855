import { expect, test } from 'vitest';
import type { EgressGroup } from '../../api/queries/egress';
import { everyDay } from './everyDay';

test('Days without downloads are there as well, across the end of a month', () => {
  const group: EgressGroup = { day: '2026-03-01', bytes: 5, requests: 1, refusedRequests: 0, status: 'ESTIMATED' };
  expect(everyDay({ from: '2026-02-27', to: '2026-03-01', groups: [group] })).toEqual([
    { day: '2026-02-27', group: undefined },
    { day: '2026-02-28', group: undefined },
    { day: '2026-03-01', group },
  ]);
});
