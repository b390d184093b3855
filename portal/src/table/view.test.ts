import { describe, expect, test } from 'vitest';
import type { TableColumn } from './TableColumn';
import { csvOf, readColumns, readPage, readSort, sorted, writeSort } from './view';

interface Row {
  name: string;
  size?: number;
}
const columns: TableColumn<Row>[] = [
  { id: 'name', title: 'Name', value: row => row.name, shown: 'always' },
  { id: 'size', title: 'Size', value: row => row.size, csv: row => row.size ?? 'unknown' },
  { id: 'note', title: 'Note', value: () => '', isSortable: false, shown: 'onRequest' },
];
const byName = { column: 'name', order: 'asc' } as const;

describe('the address', () => {
  test.each(['name', '-name', 'size', '-size'])('holds the sort %s', text => {
    expect(writeSort(readSort(text, columns, byName))).toBe(text);
  });

  test.each([null, '', 'unknown', '-', 'note'])('that names no sortable column (%j) gives the first sort', text => {
    expect(readSort(text, columns, byName)).toEqual(byName);
  });

  test('names the columns that are shown, whatever the width', () => {
    expect(readColumns('note,name', columns, false)).toEqual(['note', 'name']);
    expect(readColumns('gone', columns, true)).toEqual(['name', 'size']);
    expect(readColumns(null, columns, false)).toEqual(['name']);
  });

  test.each([
    ['1', 0],
    ['3', 2],
    [null, 0],
    ['0', 0],
    ['-4', 0],
    ['x', 0],
    ['2.9', 1],
  ])('with page %j shows page index %d', (text, page) => {
    expect(readPage(text)).toBe(page);
  });
});

describe('sorting', () => {
  const names = (rows: readonly Row[]) => rows.map(row => row.name);

  test('is by language, with numbers in names by their value', () => {
    const rows = ['run 10', 'Run 9', 'ärger', 'zebra', 'apple'].map(name => ({ name }));
    expect(names(sorted(rows, columns, byName, 'en'))).toEqual(['apple', 'ärger', 'Run 9', 'run 10', 'zebra']);
  });

  test('is by size for numbers, and puts nothing first', () => {
    const rows = [{ name: 'b', size: 10 }, { name: 'a', size: 9 }, { name: 'none' }];
    expect(names(sorted(rows, columns, { column: 'size', order: 'asc' }))).toEqual(['none', 'a', 'b']);
    expect(names(sorted(rows, columns, { column: 'size', order: 'desc' }))).toEqual(['b', 'a', 'none']);
  });

  test('leaves equal rows and the rows given as they were', () => {
    const rows = [
      { name: 'x', size: 2 },
      { name: 'x', size: 1 },
    ];
    expect(sorted(rows, columns, byName)).toEqual(rows);
    expect(sorted(rows, columns, byName)).not.toBe(rows);
  });
});

test('The CSV holds the columns that are shown, in their order, and their own values', () => {
  expect(csvOf([{ name: 'a' }], columns.slice(0, 2))).toEqual({ header: ['Name', 'Size'], rows: [['a', 'unknown']] });
});
