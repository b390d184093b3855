import { expect, test } from 'vitest';
import { groupId, groupName } from './groupWords';

const sums = { bytes: 1, requests: 1, refusedRequests: 0, status: 'ESTIMATED' } as const;

test('A group is called by its name, and by its id when what it was is gone', () => {
  expect(groupName({ ...sums, share: { id: 's1', name: 'T cells' } }, 'share')).toBe('T cells');
  expect(groupName({ ...sums, share: { id: 's1', name: '' } }, 'share')).toBe('s1');
  expect(groupId({ ...sums, share: { id: 's1', name: 'T cells' } }, 'share')).toBe('s1');
});

test('Zones and ways are said in words', () => {
  expect(groupName({ ...sums, zone: 'SAME_REGION' }, 'zone')).toBe('Same Region, free');
  expect(groupName({ ...sums, route: 'PRESIGNED_URL' }, 'route')).toBe('Link in the browser');
  expect(groupName({ ...sums, day: '2026-11-27' }, 'day')).toBe('2026-11-27');
});
