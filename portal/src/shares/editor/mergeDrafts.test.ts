import { expect, test } from 'vitest';
import { isSameDraft, mergeDrafts } from './mergeDrafts';
import { emptyDraft, type ShareDraft } from './ShareDraft';

const draft = (members: Partial<ShareDraft>): ShareDraft => ({ ...emptyDraft, name: 'Blood', tags: ['a'], ...members });
const base = draft({});

test('What only the other changed is taken over', () => {
  const merge = mergeDrafts(base, draft({ name: 'Mine' }), draft({ tags: ['a', 'b'], isViewRestricted: false }));
  expect(merge.draft).toEqual(draft({ name: 'Mine', tags: ['a', 'b'], isViewRestricted: false }));
  expect(merge.taken).toEqual(['tags', 'isViewRestricted']);
  expect(merge.disputed).toEqual([]);
});

test('What both changed stays as it was typed, and is named', () => {
  const merge = mergeDrafts(base, draft({ name: 'Mine' }), draft({ name: 'Theirs' }));
  expect(merge.draft.name).toBe('Mine');
  expect(merge.disputed).toEqual(['name']);
});

test('The same change by both is no conflict', () => {
  const same = draft({ tags: ['b', 'c'] });
  expect(mergeDrafts(base, same, draft({ tags: ['c', 'b'] }))).toEqual({ draft: same, taken: [], disputed: [] });
});

test('Lists are the same in any order, projects by their ids', () => {
  const [one, other] = [
    { id: '1', name: 'x' },
    { id: '2', name: 'y' },
  ];
  expect(
    isSameDraft(draft({ projects: [one, other] }), draft({ projects: [other, { ...one, name: 'renamed' }] })),
  ).toBe(true);
  expect(isSameDraft(draft({ projects: [one] }), draft({ projects: [one, other] }))).toBe(false);
});
