import { Box, Stack } from '@mui/material';
import { DataGrid, type GridRowId, type GridRowSelectionModel } from '@mui/x-data-grid';
import { useMemo } from 'react';
import { CsvButton } from './CsvButton';
import { gridColumn } from './gridColumn';
import { RowCount } from './RowCount';
import type { TableColumn } from './TableColumn';
import { pageSizes, useTableView } from './useTableView';
import { writeSort, type Sort } from './view';

interface Props<Row> {
  /** Names the table for readers of screens, and the file of its CSV. */
  name: string;
  /** What one row is, and several are: `share`, `shares`. */
  unit: readonly [one: string, many: string];
  rows: readonly Row[];
  /** The same array in every render, so that rows are not sorted again without need. */
  columns: readonly TableColumn<Row>[];
  rowId: (row: Row) => string;
  firstSort: Sort;
  /** More rows are on their way. */
  isLoading?: boolean;
  noRows?: string;
  selection?: Selection;
}

/** Rows that the reader has ticked, by their ids. */
export interface Selection {
  selected: ReadonlySet<string>;
  onChange: (selected: ReadonlySet<string>) => void;
}

/** A list whose sort, columns and page live in the address and whose CSV is what is shown. All rows are sorted, not a page. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const {
    name,
    unit,
    rows,
    columns,
    rowId,
    firstSort,
    isLoading = false,
    noRows = 'Nothing matches the filters',
    selection,
  } = props;
  const view = useTableView(rows, columns, firstSort);
  const gridColumns = useMemo(() => columns.map(gridColumn), [columns]);
  const visible = Object.fromEntries(columns.map(({ id }) => [id, view.shownIds.includes(id)]));
  return (
    <Stack spacing={1} sx={{ minWidth: 0 }}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between' }}>
        <RowCount count={rows.length} unit={unit} isLoading={isLoading} />
        <CsvButton name={name} rows={view.rows} columns={view.shownColumns} />
      </Stack>
      <Box sx={{ display: 'flex', flexDirection: 'column', maxHeight: '75vh' }}>
        <DataGrid
          aria-label={name}
          sx={{
            bgcolor: 'background.paper',
            '& .MuiDataGrid-cell': { display: 'flex', alignItems: 'center' },
            // The three dots are there before the mouse is, for fingers and for who has not found them yet.
            '& .MuiDataGrid-menuIcon': { visibility: 'visible', width: 'auto' },
          }}
          rows={view.pageRows}
          rowCount={rows.length}
          columns={gridColumns}
          getRowId={rowId}
          getRowHeight={() => 'auto'}
          loading={isLoading && rows.length === 0}
          localeText={{ noRowsLabel: noRows }}
          disableColumnFilter
          disableRowSelectionOnClick
          {...(selection && selectionProps(selection, rows, rowId))}
          sortingMode="server"
          sortingOrder={['asc', 'desc']}
          sortModel={[{ field: view.sort.column, sort: view.sort.order }]}
          onSortModelChange={([next]) => {
            view.change({ sort: next ? writeSort({ column: next.field, order: next.sort ?? 'asc' }) : '', page: '' });
          }}
          columnVisibilityModel={visible}
          onColumnVisibilityModelChange={model => {
            view.change({ columns: columns.flatMap(({ id }) => (model[id] === false ? [] : [id])).join(',') });
          }}
          // The grid has one page at a time, so that ten thousand rows are as quick as ten; what is chosen on others stays.
          paginationMode="server"
          keepNonExistentRowsSelected
          pageSizeOptions={pageSizes}
          paginationModel={{ page: view.page, pageSize: view.pageSize }}
          onPaginationModelChange={({ page, pageSize }) => {
            view.change({ page: page > 0 ? String(page + 1) : '', size: String(pageSize) });
          }}
        />
      </Box>
    </Stack>
  );
}

function selectionProps<Row>({ selected, onChange }: Selection, rows: readonly Row[], rowId: (row: Row) => string) {
  return {
    checkboxSelection: true,
    rowSelectionModel: { type: 'include' as const, ids: new Set<GridRowId>(selected) },
    onRowSelectionModelChange: ({ type, ids }: GridRowSelectionModel) => {
      const all = rows.map(rowId);
      onChange(new Set(all.filter(id => ids.has(id) === (type === 'include'))));
    },
  };
}
