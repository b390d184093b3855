import { expect, test } from 'vitest';
import { openErrors } from './openErrors';
import { emptyDraft } from './ShareDraft';

const errors = { name: ['Must not be empty'], conditions: ['Too many'], other: ['Wrong'] };

test('A refusal goes when its field is changed, and the others stay', () => {
  expect(openErrors(errors, emptyDraft, { ...emptyDraft, name: 'Blood' })).toEqual({
    conditions: ['Too many'],
    other: ['Wrong'],
  });
});

test('Conditions are of several fields: a change of any of them counts', () => {
  expect(openErrors(errors, emptyDraft, { ...emptyDraft, creators: ['ann'] })).toEqual({
    name: ['Must not be empty'],
    other: ['Wrong'],
  });
});

test('Before anything was sent, nothing is refused', () => {
  expect(openErrors(errors, undefined, emptyDraft)).toEqual({});
});
