import { Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { projectShares } from '../../api/queries/shares';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { ShareLimit } from '../../egress/ShareLimit';

/** The limit of each share that allows downloads, and how far it is used. */
export function EgressLimits() {
  const { id: project } = useProject();
  const query = useQuery(projectShares(project));
  const shares = (query.data ?? []).filter(share => share.shareType === 'PUBLISHER' && !share.isViewRestricted);
  return (
    <Stack component="section" spacing={1.5} aria-labelledby="limits-title">
      <Typography variant="h2" id="limits-title">
        Limits on downloads this month
      </Typography>
      <ListState
        query={query}
        what="limits"
        isEmpty={shares.length === 0}
        empty={{
          title: 'No share allows downloads',
          hint: 'Analyses cost the publisher no egress. A share that allows downloads can have a limit here.',
        }}
      >
        {shares.map(share => (
          <ShareLimit key={share.id} share={share} />
        ))}
      </ListState>
    </Stack>
  );
}
