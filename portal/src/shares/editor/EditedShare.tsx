import { Alert, Box, Button, DialogActions, DialogContent, Stack } from '@mui/material';
import { useEffect, useRef } from 'react';
import { ErrorMessage } from '../../components/ErrorMessage';
import { ConflictNotice } from './ConflictNotice';
import { SelectionPreview } from './preview/SelectionPreview';
import { usePreview } from './preview/usePreview';
import { ShareForm } from './ShareForm';
import type { useShareEditor } from './useShareEditor';

interface Props {
  project: string;
  shareId: string | undefined;
  editor: ReturnType<typeof useShareEditor>;
  onCancel: () => void;
}

const formId = 'share-form';

/** The dialog while the share is written: the form at the left, what it selects at the right. */
export function EditedShare({ project, shareId, editor, onCancel }: Props) {
  const { draft, change, errors, error, isBusy, isEdit, isGone, conflict } = editor;
  const preview = usePreview(project, draft, isEdit ? shareId : undefined);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // To the first field that was refused, as a form of the browser's own would go.
    if (error) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  return (
    <>
      <DialogContent dividers>
        <Stack direction={{ xs: 'column', md: 'row' }} spacing={3}>
          <Box
            component="form"
            ref={form}
            id={formId}
            noValidate
            onSubmit={event => {
              event.preventDefault();
              if (!isBusy) editor.save();
            }}
            sx={{ flex: 1, minWidth: 0 }}
          >
            <Stack spacing={2} sx={{ pt: 1 }}>
              {conflict && <ConflictNotice conflict={conflict} draft={draft} onTake={change} />}
              {isGone && (
                <Alert severity="warning" action={<Button onClick={editor.saveAsNew}>Make it a new share</Button>}>
                  Somebody has deleted this share meanwhile. What you typed is still here.
                </Alert>
              )}
              <ShareForm draft={draft} errors={errors} preview={preview.query.data?.pages[0]} onChange={change} />
            </Stack>
          </Box>
          <Box
            sx={{ flex: 1, minWidth: 0, position: { md: 'sticky' }, top: 0, alignSelf: { md: 'flex-start' }, width: 1 }}
          >
            <SelectionPreview preview={preview} isEdit={isEdit} isViewRestricted={draft.isViewRestricted} />
          </Box>
        </Stack>
      </DialogContent>
      {error && !isGone && (
        <Box sx={{ px: 3, pt: 1.5 }}>
          <ErrorMessage title="The share was not saved" error={error} />
        </Box>
      )}
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" form={formId} variant="contained" loading={isBusy} disabled={isGone}>
          {isEdit ? 'Save' : 'Create share'}
        </Button>
      </DialogActions>
    </>
  );
}
