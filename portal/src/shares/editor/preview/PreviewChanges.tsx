import AddIcon from '@mui/icons-material/AddCircleOutlined';
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlined';
import { Box, Stack, Typography } from '@mui/material';
import type { Preview } from '../../../api/types';
import { formatCount } from '../../../format/sizes';

/** What an edit brings into the share, and what it takes out. */
export function PreviewChanges({ adds, removes }: Pick<Preview, 'adds' | 'removes'>) {
  return (
    <Stack spacing={1}>
      <Change title="Comes in" change={adds} Icon={AddIcon} color="success.main" />
      <Change title="Drops out" change={removes} Icon={RemoveIcon} color="error.main" />
      {isNothing(adds) && isNothing(removes) && (
        <Typography variant="body2" color="textSecondary">
          The same datasets and projects as now.
        </Typography>
      )}
    </Stack>
  );
}

const isNothing = (change: Preview['adds']) => !change || change.datasets.count + change.projects.length === 0;

interface ChangeProps {
  title: string;
  change: Preview['adds'];
  Icon: typeof AddIcon;
  color: string;
}

function Change({ title, change, Icon, color }: ChangeProps) {
  if (!change || isNothing(change)) return null;
  const { datasets, projects } = change;
  const names = [...projects, ...datasets.items].map(({ name }) => name);
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
      <Icon fontSize="small" sx={{ color, mt: 0.25 }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {title}:{' '}
          {[
            datasets.count > 0 && `${datasets.isExact ? '' : 'at least '}${formatCount(datasets.count, 'dataset')}`,
            projects.length > 0 && formatCount(projects.length, 'project'),
          ]
            .filter(Boolean)
            .join(', ')}
        </Typography>
        <Typography
          variant="body2"
          color="textSecondary"
          sx={{ maxHeight: 120, overflowY: 'auto', overflowWrap: 'anywhere' }}
        >
          {names.join(', ')}
          {datasets.count > datasets.items.length && ', …'}
        </Typography>
      </Box>
    </Stack>
  );
}
