import { useMediaQuery } from '@mui/material';
import { useMemo } from 'react';
import { useAddress } from '../address/useAddress';
import type { TableColumn } from './TableColumn';
import { readColumns, readPage, readSort, sorted, type Sort } from './view';

export const pageSizes = [25, 50, 100];

/** Rows, sort, columns and page as the address has them: what the table shows and what its CSV holds come from here. */
export function useTableView<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[], firstSort: Sort) {
  const { parameters, change } = useAddress();
  const isWide = useMediaQuery(theme => theme.breakpoints.up('md'));
  const sortText = parameters.get('sort');
  const sort = useMemo(() => readSort(sortText, columns, firstSort), [sortText, columns, firstSort]);
  const columnsText = parameters.get('columns');
  const shownIds = useMemo(() => readColumns(columnsText, columns, isWide), [columnsText, columns, isWide]);
  const shownColumns = useMemo(() => columns.filter(({ id }) => shownIds.includes(id)), [columns, shownIds]);
  const sortedRows = useMemo(() => sorted(rows, columns, sort), [rows, columns, sort]);
  const size = Number(parameters.get('size'));
  const pageSize = pageSizes.includes(size) ? size : 25;
  const lastPage = Math.max(0, Math.ceil(rows.length / pageSize) - 1);
  const page = Math.min(readPage(parameters.get('page')), lastPage);
  const pageRows = useMemo(
    () => sortedRows.slice(page * pageSize, (page + 1) * pageSize),
    [sortedRows, page, pageSize],
  );
  return { sort, shownIds, shownColumns, rows: sortedRows, pageRows, page, pageSize, change };
}
