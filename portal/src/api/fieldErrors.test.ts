import { expect, test } from 'vitest';
import { fieldErrors } from './fieldErrors';

test('Messages are kept by the field that they begin with', () => {
  expect(
    fieldErrors(['name must not be empty', 'conditions[0].field must be TAG', 'name: too long', 'Nothing fits']),
  ).toEqual({
    name: ['name must not be empty', 'name: too long'],
    conditions: ['conditions[0].field must be TAG'],
    '': ['Nothing fits'],
  });
});
