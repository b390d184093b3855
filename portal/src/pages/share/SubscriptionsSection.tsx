import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { shareSubscriptions } from '../../api/queries/subscriptions';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Section } from '../../components/Section';
import { SubscriptionRow } from './SubscriptionRow';

/** Who has accepted the share, and who could. */
export function SubscriptionsSection({ share }: { share: string }) {
  const { id: project } = useProject();
  const query = useQuery(shareSubscriptions(project, share));
  return (
    <Section title="Projects">
      <ListState
        query={query}
        what="subscriptions"
        isEmpty={query.data?.length === 0}
        empty={{ title: 'Offered to nobody yet', hint: 'Edit the share and name the projects that it is for.' }}
      >
        <TableContainer
          component={Paper}
          sx={{ maxHeight: 440 }}
          tabIndex={0}
          role="region"
          aria-label="Projects of the share"
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>Project</TableCell>
                <TableCell>Status</TableCell>
                <TableCell>Subscribed by</TableCell>
                <TableCell>Since</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {query.data?.map(one => (
                <SubscriptionRow key={one.project.id} subscription={one} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      </ListState>
    </Section>
  );
}
