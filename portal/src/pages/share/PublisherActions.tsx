import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/Edit';
import { Button } from '@mui/material';
import { lazy, Suspense, useState } from 'react';
import type { ShareDetail } from '../../api/types';
import { draftOf } from '../../shares/editor/ShareDraft';
import type { Edited } from '../../shares/editor/useSaveShare';
import { DeleteShareDialog } from './DeleteShareDialog';

const ShareEditor = lazy(async () => ({ default: (await import('../../shares/editor/ShareEditor')).ShareEditor }));

export function PublisherActions({ share, etag }: { share: ShareDetail; etag: string }) {
  // What was read when the dialog opened: the page may read a newer version meanwhile.
  const [opened, setOpened] = useState<Edited>();
  const [isDeleting, setDeleting] = useState(false);
  return (
    <>
      <Button
        variant="contained"
        startIcon={<EditIcon />}
        onClick={() => {
          setOpened({ share: share.id, etag, draft: draftOf(share) });
        }}
      >
        Edit
      </Button>
      <Button
        variant="outlined"
        color="error"
        startIcon={<DeleteIcon />}
        onClick={() => {
          setDeleting(true);
        }}
      >
        Delete
      </Button>
      {opened && (
        <Suspense>
          <ShareEditor
            opened={opened}
            onClose={() => {
              setOpened(undefined);
            }}
          />
        </Suspense>
      )}
      {isDeleting && (
        <DeleteShareDialog
          share={share}
          onClose={() => {
            setDeleting(false);
          }}
        />
      )}
    </>
  );
}
