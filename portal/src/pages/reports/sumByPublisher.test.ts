import { expect, test } from 'vitest';
import { sumByPublisher } from './sumByPublisher';

const core = { id: 'core', name: 'sequencing-core', costCenter: 'CC-4711' };
const line = { zone: 'INTERNET', bytes: 60, refusedBytes: 3, requests: 1, cost: 1.8 } as const;

test('Lines of a project are one, by where its bytes went, and what nobody pays is a line without a project', () => {
  const lines = [
    { ...line, publisher: core },
    { ...line, publisher: core, zone: 'CROSS_REGION', bytes: 20, refusedBytes: 0, requests: 2, cost: 0.4 } as const,
    { ...line, bytes: 90, refusedBytes: 0, requests: 0, cost: 2.7 },
  ];
  expect(sumByPublisher(lines)).toEqual([
    { publisher: core, requests: 3, bytes: { INTERNET: 63, CROSS_REGION: 20, SAME_REGION: 0 }, cost: 2.2 },
    { requests: 0, bytes: { INTERNET: 90, CROSS_REGION: 0, SAME_REGION: 0 }, cost: 2.7 },
  ]);
});
