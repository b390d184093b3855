import { Box } from '@mui/material';
import type { GridColDef } from '@mui/x-data-grid';
import type { TableColumn } from './TableColumn';

/** A column as the grid takes it. */
export function gridColumn<Row extends object>(column: TableColumn<Row>): GridColDef<Row> {
  const { id, title, value, show, width = 160, grow, align, isSortable } = column;
  return {
    field: id,
    headerName: title,
    minWidth: width,
    width,
    flex: grow,
    align,
    headerAlign: align,
    sortable: isSortable !== false,
    valueGetter: (_, row) => value(row),
    // Long names wrap instead of hiding their end.
    renderCell: ({ row }) => (
      <Box sx={{ py: 1, whiteSpace: 'normal', overflowWrap: 'anywhere', lineHeight: 1.4 }} dir="auto">
        {show ? show(row) : value(row)}
      </Box>
    ),
  };
}
