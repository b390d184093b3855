import { expect, test } from 'vitest';
import { filtersOf } from './datasetFilters';

test('Filters of the address reach the API under its names', () => {
  const address = new URLSearchParams('type=paired_rnaseq&classification=c1&tag=a%26b&sort=-name&page=2');
  expect(filtersOf(address)).toEqual({ processId: 'paired_rnaseq', classificationId: 'c1', tag: 'a&b' });
});

test('An empty filter asks for nothing', () => {
  expect(filtersOf(new URLSearchParams('text=&share='))).toEqual({});
});
