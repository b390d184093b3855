import DownloadIcon from '@mui/icons-material/Download';
import { Button, Tooltip } from '@mui/material';
import { toCsv } from '../csv/csv';
import { saveCsv } from '../csv/saveFile';
import { dayOf } from '../format/dates';
import type { TableColumn } from './TableColumn';
import { csvOf } from './view';

interface Props<Row> {
  name: string;
  rows: readonly Row[];
  columns: readonly TableColumn<Row>[];
}

/** Saves what the table shows: its rows on all pages, in their order, with the columns that are shown. */
export function CsvButton<Row>({ name, rows, columns }: Props<Row>) {
  const save = () => {
    const { header, rows: cells } = csvOf(rows, columns);
    saveCsv(`${name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${dayOf(new Date())}.csv`, toCsv(header, cells));
  };
  return (
    <Tooltip title="The rows of all pages, with the filters, order and columns of this view">
      <span>
        <Button size="small" startIcon={<DownloadIcon />} onClick={save} disabled={rows.length === 0}>
          CSV
        </Button>
      </span>
    </Tooltip>
  );
}
