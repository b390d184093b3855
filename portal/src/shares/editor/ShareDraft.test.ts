import { expect, test } from 'vitest';
import type { ShareDetail } from '../../api/types';
import { draftOf, inputOf } from './ShareDraft';

const share: ShareDetail = {
  id: 's',
  name: 'Blood',
  description: 'Samples',
  originatingProjectId: 'core',
  originatingProject: { id: 'core', name: 'core' },
  sharedProjects: [{ id: 'lab', name: 'lab' }],
  shareType: 'PUBLISHER',
  conditions: [
    { field: 'PROCESS_ID', value: 'rna' },
    { field: 'TAG', value: 'blood' },
    { field: 'DATASET_ID', value: 'd1' },
    { field: 'CREATED_BY', value: 'ann' },
    { field: 'TAG', value: 'lung' },
  ],
  classificationIds: ['c1'],
  isViewRestricted: true,
  keywords: ['k'],
  createdBy: 'ann',
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  expiresAt: '2027-01-01T12:34:56.789Z',
};

test('A share that is opened and saved without a change stays what it is', () => {
  const input = inputOf(draftOf(share));
  expect(input).toMatchObject({
    name: 'Blood',
    description: 'Samples',
    classificationIds: ['c1'],
    keywords: ['k'],
    sharedProjectIds: ['lab'],
    isViewRestricted: true,
    expiresAt: '2027-01-01T12:34:56.789Z',
  });
  const sort = (conditions: { field: string; value: string }[]) =>
    conditions.map(({ field, value }) => `${field}=${value}`).sort();
  expect(sort(input.conditions)).toEqual(sort(share.conditions));
});
