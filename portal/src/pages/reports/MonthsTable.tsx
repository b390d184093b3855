import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReportMonth } from '../../api/queries/reports';
import { PageLink } from '../../components/PageLink';
import { Money } from '../../components/values/Money';
import { monthWords, statusWords } from './monthWords';

interface Props {
  months: readonly ReportMonth[];
  /** The one that is shown below. */
  period: string;
}

export function MonthsTable({ months, period }: Props) {
  return (
    <TableContainer
      component={Paper}
      sx={{ maxHeight: 300 }}
      tabIndex={0}
      role="region"
      aria-label="Months that there are reports of"
    >
      <Table size="small" stickyHeader aria-label="Months">
        <TableHead>
          <TableRow>
            <TableCell>Month</TableCell>
            <TableCell>Status</TableCell>
            <TableCell align="right">Publishers pay</TableCell>
            <TableCell align="right">Unattributed</TableCell>
            <TableCell align="right">Billed by AWS</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {months.map(month => (
            <TableRow key={month.period} selected={month.period === period}>
              <TableCell>
                <PageLink to={`?month=${month.period}`}>{monthWords(month.period)}</PageLink>
              </TableCell>
              <TableCell>{statusWords(month)}</TableCell>
              {[month.attributed, month.unattributed, month.billed].map((amount, index) => (
                <TableCell key={index} align="right">
                  <Money amount={amount} currency={month.currency} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
