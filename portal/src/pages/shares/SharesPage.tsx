import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { projectShares } from '../../api/queries/shares';
import { useAddress } from '../../address/useAddress';
import { isAdmin } from '../../app/roles';
import { useProject } from '../../app/useProject';
import { ListLayout } from '../../components/list/ListLayout';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { useClassificationNames } from '../../shares/useClassificationNames';
import { usePublisherNames } from '../../shares/usePublisherNames';
import { DataTable } from '../../table/DataTable';
import { SubscribeButton } from '../../shares/subscribe/SubscribeButton';
import { CreateShareButton } from './CreateShareButton';
import { filterShares } from './filterShares';
import { noShares } from './noShares';
import { shareColumns } from './shareColumns';
import { ShareFilters } from './ShareFilters';

const firstSort = { column: 'name', order: 'asc' } as const;

/** What the project publishes and what it has subscribed to. */
export function SharesPage() {
  const { id: project, role } = useProject();
  const query = useQuery(projectShares(project));
  const shares = useMemo(() => query.data ?? [], [query.data]);
  const publisherName = usePublisherNames(shares);
  const classificationName = useClassificationNames();
  const { parameters } = useAddress();
  const shown = useMemo(() => filterShares(shares, parameters), [shares, parameters]);
  const columns = useMemo(() => shareColumns(publisherName, classificationName), [publisherName, classificationName]);

  return (
    <Page
      title="Shares"
      actions={
        isAdmin(role) && (
          <>
            <SubscribeButton />
            <CreateShareButton />
          </>
        )
      }
    >
      <ListState query={query} what="shares" isEmpty={shares.length === 0} empty={noShares(isAdmin(role))}>
        <ListLayout filters={<ShareFilters shares={shares} publisherName={publisherName} />}>
          <DataTable
            name="Shares"
            unit={['share', 'shares']}
            rows={shown}
            columns={columns}
            rowId={share => share.id}
            firstSort={firstSort}
          />
        </ListLayout>
      </ListState>
    </Page>
  );
}
