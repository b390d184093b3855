import { Chip, TableCell, TableRow } from '@mui/material';
import type { Subscription } from '../../api/types';
import { DateTime } from '../../components/values/DateTime';

export function SubscriptionRow({
  subscription: { project, status, subscribedBy, subscribedAt },
}: {
  subscription: Subscription;
}) {
  const isSubscribed = status === 'SUBSCRIBED';
  return (
    <TableRow>
      <TableCell dir="auto">{project.name}</TableCell>
      <TableCell>
        <Chip
          size="small"
          variant="outlined"
          color={isSubscribed ? 'success' : 'default'}
          label={isSubscribed ? 'Subscribed' : 'Available, not subscribed'}
        />
      </TableCell>
      <TableCell>{subscribedBy}</TableCell>
      <TableCell>{subscribedAt && <DateTime time={subscribedAt} />}</TableCell>
    </TableRow>
  );
}
