import type { ReactNode } from 'react';
import type { CsvValue } from '../csv/csv';

/** A column of a list: what it sorts by, shows and exports. */
export interface TableColumn<Row> {
  /** Its name in the address. */
  id: string;
  title: string;
  /** What the column sorts by, and what the CSV holds unless `csv` says otherwise. Times are RFC 3339, so they sort as text. */
  value: (row: Row) => CsvValue;
  csv?: (row: Row) => CsvValue;
  /** What is shown, when that is more than the value. */
  show?: (row: Row) => ReactNode;
  width?: number;
  /** Takes what width is left, in this proportion. */
  grow?: number;
  align?: 'left' | 'right';
  isSortable?: boolean;
  /** False for columns of buttons. */
  isInCsv?: boolean;
  /** Not shown until the reader adds it; on narrow windows most columns are. */
  shown?: 'always' | 'wide' | 'onRequest';
}
