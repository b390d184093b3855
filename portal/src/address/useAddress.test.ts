import { expect, test } from 'vitest';
import { withValues } from './useAddress';

const after = (before: string, values: Parameters<typeof withValues>[1]) =>
  withValues(new URLSearchParams(before), values).toString();

test('Other parameters stay', () => {
  expect(after('a=1&b=2', { b: '3' })).toBe('a=1&b=3');
});

test('An empty value, a missing one and an empty list take their parameter out', () => {
  expect(after('a=1&b=2&c=3&c=4', { a: '', b: undefined, c: [] })).toBe('');
});

test('Several values appear several times, in any script', () => {
  expect(new URLSearchParams(after('', { k: ['a&b=c', '日本'] })).getAll('k')).toEqual(['a&b=c', '日本']);
});
