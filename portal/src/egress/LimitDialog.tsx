import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useState } from 'react';
import type { Versioned } from '../api/answers';
import { ApiError } from '../api/ApiError';
import type { EgressLimitState } from '../api/queries/egress';
import { ErrorMessage } from '../components/ErrorMessage';
import { useNotify } from '../components/notifications/useNotify';
import { LimitFields } from '../shares/editor/fields/LimitFields';
import { limitDraftOf, limitOf } from '../shares/editor/limit';
import { useSetLimit } from './useSetLimit';

interface Props {
  share: { id: string; name: string };
  versioned: Versioned<EgressLimitState>;
  onClose: () => void;
}

export function LimitDialog({ share, versioned, onClose }: Props) {
  const { limit, overshoot } = versioned.value;
  const [draft, setDraft] = useState(() => limitDraftOf(limit));
  const typed = limitOf({ ...draft, isViewRestricted: false }).egressLimit;
  const notify = useNotify();
  const save = useSetLimit(share.id, versioned, change => {
    onClose();
    notify({ message: change.action ? `The limit of ${share.name} is set` : `${share.name} has no limit any more` });
  });
  const errors =
    save.error instanceof ApiError ? Object.values(save.error.fields).flatMap(messages => messages ?? []) : [];
  return (
    <Dialog open onClose={onClose} aria-labelledby="limit-title" maxWidth="sm" fullWidth>
      <form
        onSubmit={event => {
          event.preventDefault();
          save.mutate(typed ?? {});
        }}
      >
        <DialogTitle id="limit-title">Limit on downloads</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <LimitFields
              draft={draft}
              error={errors.length > 0 ? errors.join(' ') : undefined}
              onChange={change => {
                setDraft({ ...draft, ...change });
              }}
            />
            <Alert severity="info">{overshoot.explanation}</Alert>
            {save.error && <ErrorMessage title="The limit was not set" error={save.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          {limit && (
            <Button
              color="error"
              onClick={() => {
                save.mutate({});
              }}
            >
              Remove the limit
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={save.isPending} disabled={!typed}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
