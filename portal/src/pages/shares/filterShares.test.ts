import { expect, test } from 'vitest';
import type { Share } from '../../api/types';
import { filterShares } from './filterShares';

const share = (name: string, members: Partial<Share> = {}): Share => ({
  id: name,
  name,
  description: '',
  originatingProjectId: 'core',
  shareType: 'PUBLISHER',
  conditions: [],
  classificationIds: [],
  isViewRestricted: false,
  keywords: [],
  createdBy: 'ann',
  createdAt: '2026-05-10T12:00:00Z',
  updatedAt: '2026-05-10T12:00:00Z',
  ...members,
});

const shares = [
  share('Blood', { description: 'Samples of İzmir', keywords: ['rna', 'blood'], classificationIds: ['c1'] }),
  share('Tumour', {
    shareType: 'SUBSCRIBER',
    originatingProjectId: 'lab',
    keywords: ['rna'],
    createdAt: '2026-05-12T12:00:00Z',
  }),
];

test.each([
  ['', ['Blood', 'Tumour']],
  ['type=SUBSCRIBER', ['Tumour']],
  ['type=SUBSCRIBER&type=PUBLISHER', ['Blood', 'Tumour']],
  ['text=BLOOD', ['Blood']],
  ['text=samples', ['Blood']],
  ['text=nothing', []],
  ['keyword=blood', ['Blood']],
  ['keyword=blood&keyword=rna', ['Blood', 'Tumour']],
  ['keyword=rna&type=SUBSCRIBER', ['Tumour']],
  ['classification=c1', ['Blood']],
  ['publisher=lab', ['Tumour']],
  ['from=2026-05-11', ['Tumour']],
  ['to=2026-05-11', ['Blood']],
  ['from=2026-05-01&to=2026-05-31', ['Blood', 'Tumour']],
  ['from=nonsense', ['Blood', 'Tumour']],
])('The address %j shows %j', (address, names) => {
  expect(filterShares(shares, new URLSearchParams(address)).map(({ name }) => name)).toEqual(names);
});
