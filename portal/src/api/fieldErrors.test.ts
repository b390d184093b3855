import { expect, test } from 'vitest';
import { fieldErrors } from './fieldErrors';

test('Messages are kept by the field that they begin with, as sentences', () => {
  expect(
    fieldErrors([
      'name: must not be empty',
      'conditions[0].field: must be TAG',
      'conditions[1]: too many',
      'Nothing fits: at all',
    ]),
  ).toEqual({
    name: ['Must not be empty'],
    conditions: ['Must be TAG', 'Too many'],
    '': ['Nothing fits: at all'],
  });
});
