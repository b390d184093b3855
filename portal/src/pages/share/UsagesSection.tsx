import { Paper, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { shareSubscriptions, shareUsages } from '../../api/queries/subscriptions';
import type { Usage } from '../../api/types';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Section } from '../../components/Section';
import { RevokeUsageDialog } from './RevokeUsageDialog';
import { UsageRow } from './UsageRow';

/** Which executions of subscribers read which datasets through the share, now and within the last day. */
export function UsagesSection({ share }: { share: string }) {
  const { id: project } = useProject();
  const query = useQuery(shareUsages(project, share));
  const { data: subscriptions } = useQuery(shareSubscriptions(project, share));
  const names = useMemo(() => new Map(subscriptions?.map(one => [one.project.id, one.project.name])), [subscriptions]);
  const [revoking, setRevoking] = useState<Usage>();
  return (
    <Section title="Analyses that read it">
      <ListState
        query={query}
        what="usages"
        isEmpty={query.data?.length === 0}
        empty={{
          title: 'Nobody reads it at present',
          hint: 'A pipeline of a subscriber that reads a dataset through this share appears here.',
        }}
      >
        <TableContainer
          component={Paper}
          sx={{ maxHeight: 440 }}
          tabIndex={0}
          role="region"
          aria-label="Analyses that read the share"
        >
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>Execution</TableCell>
                <TableCell>Project</TableCell>
                <TableCell>Dataset</TableCell>
                <TableCell>Status</TableCell>
                <TableCell>Since</TableCell>
                <TableCell>Action</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {query.data?.map(usage => (
                <UsageRow
                  key={usage.id}
                  usage={usage}
                  projectName={names.get(usage.consumingProjectId) ?? usage.consumingProjectId}
                  onRevoke={() => {
                    setRevoking(usage);
                  }}
                />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      </ListState>
      {revoking && (
        <RevokeUsageDialog
          share={share}
          usage={revoking}
          onClose={() => {
            setRevoking(undefined);
          }}
        />
      )}
    </Section>
  );
}
