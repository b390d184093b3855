import { expect, test } from 'vitest';
import { reasonsFor } from './reasons';

const shared = { share: { id: 's', name: 'T cells' }, isViewRestricted: true, status: 'COMPLETED' } as const;
const own = { share: null, isViewRestricted: false, status: 'COMPLETED' } as const;
const verdicts = (...question: Parameters<typeof reasonsFor>) => reasonsFor(...question).map(({ can }) => can);

test.each([
  ['an analyze-only dataset, by an administrator', verdicts(shared, 'ADMIN', true, 'core'), [true, false, true, false]],
  [
    'a shared dataset, by a collaborator',
    verdicts({ ...shared, isViewRestricted: false }, 'COLLABORATOR', true, 'core'),
    [true, true, false, false],
  ],
  ['an own dataset, by a contributor', verdicts(own, 'CONTRIBUTOR', true, 'me'), [true, true, true, true]],
  ['an own dataset, where no pipeline is registered', verdicts(own, 'OWNER', false, 'me'), [true, true, false, true]],
  [
    'an own dataset whose upload goes on',
    verdicts({ ...own, status: 'PENDING' }, 'OWNER', true, 'me'),
    [true, true, false, true],
  ],
])('seeing, downloading, analyzing and changing %s', (_, said, expected) => {
  expect(said).toEqual(expected);
});

test('Who refuses a download is named, with who can change it', () => {
  const because = reasonsFor(shared, 'ADMIN', true, 'sequencing-core')[1]?.because;
  expect(because).toContain('T cells is analyze only');
  expect(because).toContain('Only an administrator of sequencing-core');
});
