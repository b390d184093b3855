import AddIcon from '@mui/icons-material/Add';
import { Button, Stack, Typography } from '@mui/material';
import { lazy, Suspense, useId, useState } from 'react';
import { useProject } from '../../app/useProject';
import { PageLink } from '../../components/PageLink';

const ShareEditor = lazy(async () => ({ default: (await import('../../shares/editor/ShareEditor')).ShareEditor }));

/** Opens the dialog; while sharing is off for the project, says so and where that is changed. */
export function CreateShareButton() {
  const { settings } = useProject();
  const [isOpen, setOpen] = useState(false);
  const reason = useId();
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {!settings.isShareable && (
        <Typography id={reason} variant="body2" color="textSecondary">
          Sharing is off for this project: <PageLink to="../settings">allow it in the settings</PageLink>.
        </Typography>
      )}
      <Button
        variant="contained"
        startIcon={<AddIcon />}
        disabled={!settings.isShareable}
        aria-describedby={settings.isShareable ? undefined : reason}
        onClick={() => {
          setOpen(true);
        }}
      >
        Create A Share
      </Button>
      {isOpen && (
        <Suspense>
          <ShareEditor
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </Stack>
  );
}
