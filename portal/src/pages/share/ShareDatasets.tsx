import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { shareDatasets } from '../../api/queries/shares';
import type { ShareDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Section } from '../../components/Section';
import { DataTable } from '../../table/DataTable';
import { datasetColumns } from './datasetColumns';

const firstSort = { column: 'name', order: 'asc' } as const;

/** What the share holds now; to a project that it is offered to, names only. */
export function ShareDatasets({ share }: { share: ShareDetail }) {
  const { id: project } = useProject();
  const query = useInfiniteQuery(shareDatasets(project, share.id));
  const datasets = useMemo(() => query.data?.pages.flatMap(({ data }) => data) ?? [], [query.data]);
  const areLinked = share.shareType !== 'AVAILABLE';
  const columns = useMemo(() => datasetColumns(areLinked), [areLinked]);

  // The table sorts all rows, so all are fetched.
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);

  return (
    <Section title="Datasets">
      <ListState
        query={query}
        what="datasets"
        isEmpty={datasets.length === 0}
        empty={{
          title: 'No dataset matches now',
          hint: 'The selection is alive: a dataset of the publisher that comes to match is in the share from that moment.',
        }}
      >
        <DataTable
          name={`Datasets of ${share.name}`}
          unit={['dataset', 'datasets']}
          rows={datasets}
          columns={columns}
          rowId={({ id }) => id}
          firstSort={firstSort}
          isLoading={hasNextPage}
        />
      </ListState>
    </Section>
  );
}
