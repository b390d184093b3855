import { Button, Typography } from '@mui/material';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { auditPages } from '../../api/queries/audit';
import { useAllPages } from '../../api/useAllPages';
import { useAddress } from '../../address/useAddress';
import { useProject } from '../../app/useProject';
import { DateRangeFilter } from '../../components/list/DateRangeFilter';
import { FilterSidebar } from '../../components/list/FilterSidebar';
import { ListLayout } from '../../components/list/ListLayout';
import { SingleChoiceFilter } from '../../components/list/SingleChoiceFilter';
import { TextFilter } from '../../components/list/TextFilter';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { DataTable } from '../../table/DataTable';
import { auditColumns } from './auditColumns';
import { actions, filterNames, filtersOf } from './auditFilters';
import { actionWords } from './auditWords';

const firstSort = { column: 'at', order: 'desc' } as const;
const portion = 1000;
const actionChoices = actions.map(value => ({ value, label: actionWords(value) }));

/** Who did what in the project and with its shares. */
export function AuditPage() {
  const { id: project } = useProject();
  const { parameters } = useAddress();
  const query = useInfiniteQuery({
    ...auditPages(project, filtersOf(parameters)),
    placeholderData: keepPreviousData,
  });
  const events = useMemo(() => query.data?.pages.flatMap(page => page.data) ?? [], [query.data]);
  const [wanted, setWanted] = useState(portion);
  useAllPages(query, events.length, wanted);
  const filters = (
    <FilterSidebar names={filterNames}>
      <SingleChoiceFilter name="action" label="Action" choices={actionChoices} />
      <TextFilter name="actor" label="Who (exact)" />
      <TextFilter name="target" label="Id of what (exact)" />
      <DateRangeFilter label="When" from="from" to="to" />
    </FilterSidebar>
  );
  return (
    <Page title="Audit">
      <ListState query={query} what="audit log">
        <ListLayout filters={filters}>
          <DataTable
            name="Audit"
            unit={['entry', 'entries']}
            rows={events}
            columns={auditColumns}
            rowId={event => event.id}
            firstSort={firstSort}
            isLoading={query.isFetchingNextPage || query.isPlaceholderData}
          />
          {query.hasNextPage && !query.isFetchingNextPage && (
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
              The latest entries are loaded.{' '}
              <Button
                size="small"
                onClick={() => {
                  setWanted(events.length + portion);
                }}
              >
                Load older ones
              </Button>
            </Typography>
          )}
        </ListLayout>
      </ListState>
    </Page>
  );
}
