import { Dialog, DialogTitle, useMediaQuery } from '@mui/material';
import { useState } from 'react';
import { useProject } from '../../app/useProject';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EditedShare } from './EditedShare';
import { SavedActions } from './SavedActions';
import type { Edited } from './useSaveShare';
import { useShareEditor } from './useShareEditor';

interface Props {
  /** What is edited; missing: a new share. */
  opened?: Edited;
  onClose: () => void;
}

/** The dialog in which a share is created and edited. */
export function ShareEditor({ opened, onClose }: Props) {
  const { id: project } = useProject();
  const editor = useShareEditor(project, opened);
  const [isLeaving, setLeaving] = useState(false);
  const isNarrow = useMediaQuery(theme => theme.breakpoints.down('md'));
  const close = () => {
    if (editor.savedShare || !editor.isChanged) onClose();
    else setLeaving(true);
  };

  return (
    <Dialog open onClose={close} maxWidth="lg" fullWidth fullScreen={isNarrow} aria-labelledby="share-editor">
      <DialogTitle id="share-editor">{editor.isEdit ? 'Edit share' : 'Create A Share'}</DialogTitle>
      {editor.savedShare ? (
        <SavedActions project={project} share={editor.savedShare} onClose={onClose} />
      ) : (
        <EditedShare project={project} shareId={opened?.share} editor={editor} onCancel={close} />
      )}
      {isLeaving && (
        <ConfirmDialog
          title="Discard what you typed?"
          action="Discard"
          onConfirm={onClose}
          onClose={() => {
            setLeaving(false);
          }}
        >
          This share is not saved yet.
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
