import DownloadIcon from '@mui/icons-material/Download';
import LockIcon from '@mui/icons-material/Lock';
import { Chip } from '@mui/material';
import { accessMeaning, accessWords } from './wording';

/** The access that a share gives, in words, with what they mean on hover. */
export function AccessChip({ isViewRestricted }: { isViewRestricted: boolean }) {
  return (
    <Chip
      size="small"
      variant="outlined"
      color={isViewRestricted ? 'warning' : 'success'}
      icon={isViewRestricted ? <LockIcon /> : <DownloadIcon />}
      label={accessWords(isViewRestricted)}
      title={accessMeaning(isViewRestricted)}
      // Where there is little room the words wrap instead of hiding their end.
      sx={{ height: 'auto', minHeight: 24, '& .MuiChip-label': { whiteSpace: 'normal' } }}
    />
  );
}
