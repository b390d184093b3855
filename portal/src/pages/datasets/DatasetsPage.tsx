import { Button, Stack, Typography } from '@mui/material';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { datasetPages } from '../../api/queries/datasets';
import { useAllPages } from '../../api/useAllPages';
import { useAddress } from '../../address/useAddress';
import { isAdmin } from '../../app/roles';
import { useProject } from '../../app/useProject';
import { ListLayout } from '../../components/list/ListLayout';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { formatNumber } from '../../format/sizes';
import { SubscribeButton } from '../../shares/subscribe/SubscribeButton';
import { DataTable } from '../../table/DataTable';
import { datasetColumns } from './datasetColumns';
import { DatasetFilters } from './DatasetFilters';
import { filtersOf } from './datasetFilters';

const firstSort = { column: 'name', order: 'asc' } as const;

/** Rows that are fetched without being asked for, and with each further click. */
const portion = 10_000;

/** The project's own datasets and, mixed in, those of the shares that it has subscribed to. */
export function DatasetsPage() {
  const { id: project, role } = useProject();
  const { parameters } = useAddress();
  const filters = filtersOf(parameters);
  const query = useInfiniteQuery({ ...datasetPages(project, filters), placeholderData: keepPreviousData });
  const rows = useMemo(() => query.data?.pages.flatMap(page => page.data) ?? [], [query.data]);
  const [wanted, setWanted] = useState(portion);
  useAllPages(query, rows.length, wanted);
  const isLoading = query.isFetchingNextPage || (query.hasNextPage && rows.length < wanted) || query.isPlaceholderData;
  const isFiltered = Object.keys(filters).length > 0;

  return (
    <Page title="Datasets" actions={isAdmin(role) && <SubscribeButton />}>
      <ListState
        query={query}
        what="datasets"
        isEmpty={rows.length === 0 && !isFiltered && !isLoading}
        empty={{
          title: 'No datasets yet',
          hint: 'Own datasets appear here once they are registered and their files are uploaded; those of others once an administrator subscribes to a share.',
        }}
      >
        <ListLayout filters={<DatasetFilters shown={rows} />}>
          <DataTable
            name="Datasets"
            unit={['dataset', 'datasets']}
            rows={rows}
            columns={datasetColumns}
            rowId={dataset => dataset.id}
            firstSort={firstSort}
            isLoading={isLoading}
          />
          {query.hasNextPage && !isLoading && (
            <Stack direction="row" spacing={2} sx={{ alignItems: 'center', mt: 1 }}>
              <Typography variant="body2" color="textSecondary">
                Order and CSV cover the {formatNumber(rows.length)} that are loaded. There are more: narrow the list
                with the filters, or
              </Typography>
              <Button
                size="small"
                onClick={() => {
                  setWanted(rows.length + portion);
                }}
              >
                Load more
              </Button>
            </Stack>
          )}
        </ListLayout>
      </ListState>
    </Page>
  );
}
