import { Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { shareDetail } from '../../api/queries/shares';
import { isAdmin } from '../../app/roles';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { EnforcementSection } from './EnforcementSection';
import { ShareActions } from './ShareActions';
import { ShareDatasets } from './ShareDatasets';
import { ShareSummary } from './ShareSummary';
import { SubscriptionsSection } from './SubscriptionsSection';
import { SuspendedNotice } from './SuspendedNotice';
import { UsagesSection } from './UsagesSection';

/** All about one share, as far as the project may know it. */
export function SharePage() {
  const { id: project, role } = useProject();
  const { share: id = '' } = useParams();
  const query = useQuery(shareDetail(project, id));
  const share = query.data?.value;
  const isPublisher = share?.shareType === 'PUBLISHER';
  if (!query.data || !share)
    return (
      <Page title="Share">
        <ListState query={query} what="share">
          {null}
        </ListState>
      </Page>
    );
  return (
    <Page key={id} title={share.name} actions={isAdmin(role) && <ShareActions share={share} etag={query.data.etag} />}>
      <Stack spacing={3}>
        {share.downloadsSuspended && <SuspendedNotice suspended={share.downloadsSuspended} />}
        <ShareSummary share={share} />
        {isPublisher && isAdmin(role) && <EnforcementSection share={id} />}
        <ShareDatasets share={share} />
        {isPublisher && <SubscriptionsSection share={id} />}
        {isPublisher && isAdmin(role) && <UsagesSection share={id} />}
      </Stack>
    </Page>
  );
}
