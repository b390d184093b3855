import { Paper, Typography, useTheme } from '@mui/material';
import { BarChart } from '@mui/x-charts/BarChart';
import { useQuery } from '@tanstack/react-query';
import { projectEgress } from '../../api/queries/egress';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { formatMoney } from '../../format/money';
import { formatSize } from '../../format/sizes';
import { everyDay } from './everyDay';

interface Props {
  from?: string;
  to?: string;
  measure: 'bytes' | 'cost';
}

/** Bytes or cost of each day. The table beside it holds the same numbers for those who cannot see it. */
export function EgressChart({ from, to, measure }: Props) {
  const { id: project } = useProject();
  const query = useQuery(projectEgress(project, { from, to, by: 'day' }));
  const { vars } = useTheme();
  const days = query.data ? everyDay(query.data) : [];
  const currency = query.data?.currency ?? 'USD';
  const words = (value: number | null) =>
    measure === 'bytes' ? formatSize(value ?? 0) : formatMoney(value ?? 0, currency);
  return (
    <ListState query={query} what="chart">
      <Paper component="figure" sx={{ m: 0, p: 2 }}>
        <Typography component="figcaption" variant="h3">
          {measure === 'bytes' ? 'Bytes out by day' : 'Cost by day'}
        </Typography>
        <BarChart
          height={240}
          hideLegend
          skipAnimation
          xAxis={[{ data: days.map(({ day }) => day), scaleType: 'band', height: 28 }]}
          yAxis={[{ valueFormatter: words, width: 76 }]}
          series={[
            {
              data: days.map(({ group }) => (measure === 'bytes' ? group?.bytes : group?.cost) ?? 0),
              valueFormatter: words,
              color: vars?.palette.primary.main,
              label: measure === 'bytes' ? 'Bytes out' : 'Cost',
            },
          ]}
        />
      </Paper>
    </ListState>
  );
}
