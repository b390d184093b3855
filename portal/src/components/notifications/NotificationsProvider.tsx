import { Alert, Button, Portal, Snackbar } from '@mui/material';
import { useMemo, useState, type ReactNode } from 'react';
import { NotificationsContext, type Notification } from './useNotify';

const secondsToUndo = 10;

/** Says what happened, at the edge of the window, with a way back where there is one. The latest takes the place of the others. */
export function NotificationsProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Notification & { id: number }>();
  const [isOpen, setOpen] = useState(false);
  const notify = useMemo(() => {
    let id = 0;
    return (notification: Notification) => {
      setShown({ ...notification, id: ++id });
      setOpen(true);
    };
  }, []);
  const close = () => {
    setOpen(false);
  };
  const undo = shown?.undo;
  return (
    <NotificationsContext value={notify}>
      {children}
      {/* At the end of the body, with each one anew: a dialog that is open hides what was there before it from readers of screens. */}
      <Portal key={shown?.id}>
        <Snackbar
          open={isOpen}
          autoHideDuration={shown?.severity === 'error' ? null : secondsToUndo * 1000}
          onClose={(_, reason) => {
            if (reason !== 'clickaway') close();
          }}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        >
          <Alert
            severity={shown?.severity ?? 'success'}
            variant="filled"
            onClose={close}
            action={
              undo && (
                <Button
                  color="inherit"
                  size="small"
                  onClick={() => {
                    close();
                    undo();
                  }}
                >
                  Undo
                </Button>
              )
            }
          >
            {shown?.message}
          </Alert>
        </Snackbar>
      </Portal>
    </NotificationsContext>
  );
}
