import { Button, DialogActions, DialogContent } from '@mui/material';
import { Link } from 'react-router';
import { SavedShare } from './SavedShare';

interface Props {
  project: string;
  share: string;
  onClose: () => void;
}

/** The dialog once the share is saved. */
export function SavedActions({ project, share, onClose }: Props) {
  return (
    <>
      <DialogContent>
        <SavedShare project={project} share={share} />
      </DialogContent>
      <DialogActions>
        <Button component={Link} to={`/projects/${project}/shares/${share}`} onClick={onClose}>
          Open the share
        </Button>
        <Button variant="contained" onClick={onClose} autoFocus>
          Close
        </Button>
      </DialogActions>
    </>
  );
}
