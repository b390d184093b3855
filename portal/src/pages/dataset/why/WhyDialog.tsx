import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import type { DatasetDetail } from '../../../api/types';
import { isAdmin } from '../../../app/roles';
import { useProject } from '../../../app/useProject';
import { AskAboutOthers } from './AskAboutOthers';
import { OwnReasons } from './OwnReasons';

/** Why somebody can or cannot see, download or analyze a dataset. The owner's administrators ask about any project and person. */
export function WhyDialog({ dataset, onClose }: { dataset: DatasetDetail; onClose: () => void }) {
  const { role } = useProject();
  return (
    <Dialog open onClose={onClose} aria-labelledby="why-title" maxWidth="md" fullWidth>
      <DialogTitle id="why-title">Why can’t I …?</DialogTitle>
      {/* There may be nothing but text in it, which the keyboard could not scroll otherwise. */}
      <DialogContent tabIndex={0}>
        <Stack spacing={3}>
          <OwnReasons dataset={dataset} />
          {dataset.share === null && isAdmin(role) && <AskAboutOthers dataset={dataset.id} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
