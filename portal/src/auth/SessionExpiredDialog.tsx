import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { useState, useSyncExternalStore } from 'react';
import { session } from './session';
import { signInAgain } from './signIn';

/** Over everything else while requests wait for a new sign-in. */
export function SessionExpiredDialog() {
  const isOpen = useSyncExternalStore(session.subscribe, () => session.isExpired);
  const [problem, setProblem] = useState<string>();

  const signIn = () => {
    setProblem(undefined);
    signInAgain().then(setProblem, () => {
      setProblem('Signing in did not work. Please try again.');
    });
  };

  return (
    <Dialog open={isOpen} aria-labelledby="session-expired" sx={{ zIndex: theme => theme.zIndex.tooltip + 1 }}>
      <DialogTitle id="session-expired">Your session has ended</DialogTitle>
      <DialogContent>
        <DialogContentText>
          Sign in again as {session.person.id}. A window opens for it; everything on this page stays as it is.
        </DialogContentText>
        {problem && (
          <Alert severity="warning" sx={{ mt: 2 }}>
            {problem}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={signIn} autoFocus>
          Sign in again
        </Button>
      </DialogActions>
    </Dialog>
  );
}
