import { Stack } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useAddress } from '../../address/useAddress';
import { dimensions, projectEgress, type Dimension } from '../../api/queries/egress';
import { isAdmin } from '../../app/roles';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { DataTable } from '../../table/DataTable';
import { egressColumns } from './egressColumns';
import { EgressControls } from './EgressControls';
import { EgressLimits } from './EgressLimits';
import { EgressTotals } from './EgressTotals';
import { dimensionWords, groupId } from './groupWords';

const EgressChart = lazy(async () => ({ default: (await import('./EgressChart')).EgressChart }));
const firstSort = { column: 'bytes', order: 'desc' } as const;

/** What the project's shares sent to others, and what that costs the project. */
export function EgressPage() {
  const { id: project, role } = useProject();
  const { parameters } = useAddress();
  const [from, to] = [parameters.get('from') ?? undefined, parameters.get('to') ?? undefined];
  const wanted = parameters.get('by') as Dimension | null;
  const by = wanted && dimensions.includes(wanted) ? wanted : 'share';
  const measure = parameters.get('measure') === 'cost' ? 'cost' : 'bytes';
  const query = useQuery({ ...projectEgress(project, { from, to, by }), placeholderData: keepPreviousData });
  const currency = query.data?.currency ?? 'USD';
  const columns = useMemo(() => egressColumns(by, currency), [by, currency]);

  return (
    <Page title="Egress">
      <EgressControls by={by} measure={measure} />
      <ListState
        query={query}
        what="egress"
        isEmpty={query.data?.groups.length === 0}
        empty={{
          title: 'Nothing was downloaded in these days',
          hint: 'Downloads through this project’s shares appear here some minutes after they happened. Without dates the page shows this month.',
        }}
      >
        {query.data && (
          <Stack spacing={2}>
            <EgressTotals egress={query.data} />
            <Suspense>
              <EgressChart from={from} to={to} measure={measure} />
            </Suspense>
            <DataTable
              name={`Egress by ${dimensionWords[by].toLowerCase()}`}
              unit={['group', 'groups']}
              rows={query.data.groups}
              columns={columns}
              rowId={group => groupId(group, by)}
              firstSort={firstSort}
            />
          </Stack>
        )}
      </ListState>
      {isAdmin(role) && <EgressLimits />}
    </Page>
  );
}
