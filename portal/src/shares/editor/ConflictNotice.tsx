import { Alert, AlertTitle, Button, List, ListItem, Typography } from '@mui/material';
import { useClassificationNames } from '../useClassificationNames';
import { fieldText, fieldTitles } from './fieldWords';
import type { DraftField, Merge } from './mergeDrafts';
import type { ShareDraft } from './ShareDraft';

interface Props {
  conflict: Merge & { theirs: ShareDraft };
  draft: ShareDraft;
  onTake: (change: Partial<ShareDraft>) => void;
}

/** Says what another administrator has saved meanwhile. What was typed here is still here. */
export function ConflictNotice({ conflict: { taken, disputed, theirs }, draft, onTake }: Props) {
  const classificationName = useClassificationNames();
  const text = (of: ShareDraft, field: DraftField) => fieldText(of, field, classificationName);
  const open = disputed.filter(field => text(draft, field) !== text(theirs, field));
  return (
    <Alert severity="warning">
      <AlertTitle>Somebody else has changed this share meanwhile</AlertTitle>
      Nothing was saved yet, and nothing that you typed is lost. Look at it, then save again.
      {taken.length > 0 && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          Taken over from them: {taken.map(field => `${fieldTitles[field]} (${text(theirs, field)})`).join('; ')}.
        </Typography>
      )}
      {open.length > 0 && (
        <List dense disablePadding aria-label="Changed by both">
          {open.map(field => (
            <ListItem key={field} disableGutters sx={{ display: 'block', overflowWrap: 'anywhere' }}>
              <strong>{fieldTitles[field]}</strong>: they saved “{text(theirs, field)}”, you have “{text(draft, field)}
              ”.{' '}
              <Button
                size="small"
                onClick={() => {
                  onTake({ [field]: theirs[field] });
                }}
              >
                Take theirs
              </Button>
            </ListItem>
          ))}
        </List>
      )}
    </Alert>
  );
}
