import CancelIcon from '@mui/icons-material/Cancel';
import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import { Stack, Typography } from '@mui/material';

/** A yes or no with its reason. */
export function Verdict({ can, title, reason }: { can: boolean; title: string; reason: string }) {
  const Icon = can ? CheckCircleIcon : CancelIcon;
  return (
    <Stack direction="row" spacing={1.5}>
      <Icon color={can ? 'success' : 'error'} titleAccess={can ? 'Yes' : 'No'} />
      <div>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        <Typography color="textSecondary" dir="auto" sx={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Typography>
      </div>
    </Stack>
  );
}
