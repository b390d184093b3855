import CheckIcon from '@mui/icons-material/Check';
import { Button, ListItem, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { Share } from '../../api/types';
import { useProject } from '../../app/useProject';
import { PageLink } from '../../components/PageLink';
import { AccessChip } from '../AccessChip';
import { KeywordChips } from '../KeywordChips';
import { useClassificationNames } from '../useClassificationNames';

interface Props {
  share: Share;
  publisher: string;
  isSubscribed: boolean;
  onSubscribe: () => void;
  onUndo: () => void;
  /** The reader goes to another page. */
  onLeave: () => void;
}

/** One share on offer: what it is, from whom, what it gives. */
export function OfferedShare({ share, publisher, isSubscribed, onSubscribe, onUndo, onLeave }: Props) {
  const { id: project } = useProject();
  const classificationName = useClassificationNames();
  // The button that was pressed gives way to another one, which takes the focus over: the keyboard stays where it was.
  const [wasPressed, setPressed] = useState(false);
  return (
    <ListItem divider disableGutters sx={{ alignItems: 'flex-start', gap: 2, flexWrap: { xs: 'wrap', sm: 'nowrap' } }}>
      <Stack spacing={0.75} sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }} dir="auto">
          <PageLink to={`/projects/${project}/shares/${share.id}`}>{share.name}</PageLink>
        </Typography>
        {share.description && (
          <Typography variant="body2" dir="auto">
            {share.description}
          </Typography>
        )}
        <Typography variant="body2" color="textSecondary">
          From <bdi>{publisher}</bdi>
        </Typography>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>
          <AccessChip isViewRestricted={share.isViewRestricted} />
          <KeywordChips values={share.classificationIds.map(classificationName)} />
        </Stack>
      </Stack>
      {isSubscribed ? (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <CheckIcon color="success" fontSize="small" />
          <PageLink to={`/projects/${project}/datasets?share=${share.id}`} onClick={onLeave}>
            See its datasets
          </PageLink>
          <Button
            autoFocus={wasPressed}
            onClick={() => {
              setPressed(true);
              onUndo();
            }}
            aria-label={`Undo: unsubscribe from ${share.name}`}
          >
            Undo
          </Button>
        </Stack>
      ) : (
        <Button
          variant="contained"
          autoFocus={wasPressed}
          onClick={() => {
            setPressed(true);
            onSubscribe();
          }}
          aria-label={`Subscribe to ${share.name}`}
        >
          Subscribe
        </Button>
      )}
    </ListItem>
  );
}
