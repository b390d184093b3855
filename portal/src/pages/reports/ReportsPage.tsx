import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useAddress } from '../../address/useAddress';
import { reportMonths } from '../../api/queries/reports';
import { mayReadReports } from '../../app/mayReadReports';
import { EmptyState } from '../../components/EmptyState';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { MonthReport } from './MonthReport';
import { MonthsTable } from './MonthsTable';

/** What the downloads of all publishers cost, month by month, for finance. */
export function ReportsPage() {
  return (
    <Page title="Reports">
      {mayReadReports() ? (
        <Months />
      ) : (
        <EmptyState
          title="You cannot see the reports"
          hint="They tell what all projects pay and are for people of the group finance. What your own project pays is on its page Egress."
        />
      )}
    </Page>
  );
}

function Months() {
  const query = useQuery(reportMonths);
  const wanted = useAddress().parameters.get('month');
  const months = query.data ?? [];
  const month = months.find(({ period }) => period === wanted) ?? months[0];
  return (
    <ListState
      query={query}
      what="reports"
      isEmpty={months.length === 0}
      empty={{
        title: 'There is no report yet',
        hint: 'The first one is made some hours after this service was set up, and from then on anew every six hours.',
      }}
    >
      <Typography>What the downloads from all publishing projects cost, by months of UTC.</Typography>
      {month && (
        <>
          <MonthsTable months={months} period={month.period} />
          <MonthReport key={month.period} month={month} />
        </>
      )}
    </ListState>
  );
}
