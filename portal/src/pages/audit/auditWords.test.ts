import { expect, test } from 'vitest';
import { actionWords, actorWords, changeWords } from './auditWords';

test('An action is said in words', () => {
  expect(actionWords('MEMBER_ROLE_CHANGED')).toBe('Member role changed');
});

test('A change names its field, what was and what is', () => {
  const changes = [
    { field: 'name', before: ['Old'], after: ['New'] },
    { field: 'tags', before: [], after: ['a', 'b'] },
  ];
  expect(changeWords({ changes, note: 'Asked for by mail' })).toEqual([
    'Asked for by mail',
    'name: Old → New',
    'tags: nothing → a, b',
  ]);
});

test('Nobody is blamed for what the system does by itself', () => {
  expect(actorWords({ type: 'SYSTEM', id: '', address: '', userAgent: '' })).toBe('Shares itself');
  expect(actorWords({ type: 'PERSON', id: 'ada', address: '', userAgent: '' })).toBe('ada');
});
