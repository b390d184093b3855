import type { CsvValue } from '../csv/csv';
import type { TableColumn } from './TableColumn';

export interface Sort {
  column: string;
  order: 'asc' | 'desc';
}

/** The sort of an address like `name` or `-updated`; the given one when it names no column that can be sorted. */
export function readSort<Row>(text: string | null, columns: readonly TableColumn<Row>[], otherwise: Sort): Sort {
  const column = text?.replace(/^-/, '');
  if (!columns.some(({ id, isSortable }) => id === column && isSortable !== false)) return otherwise;
  return { column: column ?? '', order: text?.startsWith('-') ? 'desc' : 'asc' };
}

export const writeSort = ({ column, order }: Sort): string => (order === 'desc' ? `-${column}` : column);

/** The ids of the columns to show: those of the address like `name,type`, else the ones for this width. */
export function readColumns<Row>(text: string | null, columns: readonly TableColumn<Row>[], isWide: boolean): string[] {
  const named = text?.split(',').filter(id => columns.some(column => column.id === id)) ?? [];
  return named.length > 0 ? named : standardColumns(columns, isWide);
}

export function standardColumns<Row>(columns: readonly TableColumn<Row>[], isWide: boolean): string[] {
  return columns.filter(({ shown = 'wide' }) => shown === 'always' || (isWide && shown === 'wide')).map(({ id }) => id);
}

/** A page counted from 0; addresses count from 1. */
export const readPage = (text: string | null): number => Math.max(0, Math.trunc(Number(text ?? 1) || 1) - 1);

/** A copy of the rows in order; equal rows stay as they were. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: Sort,
  locale?: string,
): Row[] {
  const value = columns.find(({ id }) => id === sort.column)?.value;
  if (!value) return [...rows];
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'variant' });
  const direction = sort.order === 'desc' ? -1 : 1;
  const keyed = rows.map(row => ({ row, key: value(row) }));
  return keyed.sort((one, other) => direction * compareValues(one.key, other.key, compare)).map(({ row }) => row);
}

/** Numbers by size, text by language, nothing before everything. */
function compareValues(one: CsvValue, other: CsvValue, compareText: (a: string, b: string) => number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (one == null || other == null) return Number(one != null) - Number(other != null);
  return compareText(String(one), String(other));
}

/** What the CSV of a view holds: its rows and columns, in their order. */
export function csvOf<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]) {
  const exported = columns.filter(({ isInCsv }) => isInCsv !== false);
  return {
    header: exported.map(({ title }) => title),
    rows: rows.map(row => exported.map(({ value, csv }) => (csv ?? value)(row))),
  };
}
