import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReportMonth } from '../../api/queries/reports';
import { Figure, Figures } from '../../components/Figures';
import { ListState } from '../../components/ListState';
import { Section } from '../../components/Section';
import { DateTime } from '../../components/values/DateTime';
import { Money } from '../../components/values/Money';
import { DataTable } from '../../table/DataTable';
import { completenessWords, monthWords, statusWords } from './monthWords';
import { publishersOf } from './publishersOf';
import { reportColumns } from './reportColumns';
import { SaveButtons } from './SaveButtons';

const firstSort = { column: 'cost', order: 'desc' } as const;

/** One month: what it comes to, its files, and what each publishing project pays. */
export function MonthReport({ month }: { month: ReportMonth }) {
  const { period, currency, madeAt, completeness } = month;
  const query = useQuery(publishersOf(period, madeAt));
  const columns = useMemo(() => reportColumns({ currency }), [currency]);
  const amount = (value: number) => <Money amount={value} currency={currency} />;
  return (
    <Section title={monthWords(period)}>
      <Figures name={`${monthWords(period)} in all`}>
        <Figure title="Status">{statusWords(month)}</Figure>
        <Figure title="Publishers pay">{amount(month.attributed)}</Figure>
        <Figure title="Unattributed">{amount(month.unattributed)}</Figure>
        <Figure title="Billed by AWS">{amount(month.billed)}</Figure>
        <Figure title="Difference">{amount(month.difference)}</Figure>
      </Figures>
      <Typography variant="body2" color="textSecondary">
        {completenessWords(completeness)} Made <DateTime time={madeAt} />, with the prices of {month.priceVersion}.
      </Typography>
      <SaveButtons period={period} />
      <ListState
        query={query}
        what="report"
        isEmpty={query.data?.length === 0}
        empty={{
          title: 'Nothing was downloaded in this month',
          hint: 'Downloads appear here some minutes after they happened.',
        }}
      >
        <DataTable
          name={`Egress of ${period} by publishing project`}
          unit={['line', 'lines']}
          rows={query.data ?? []}
          columns={columns}
          rowId={({ publisher }) => publisher?.id ?? 'unattributed'}
          firstSort={firstSort}
        />
      </ListState>
    </Section>
  );
}
