import { Button, Chip, Stack } from '@mui/material';
import { useState } from 'react';
import type { NamedItem } from '../../../api/types';
import { formatNumber } from '../../../format/sizes';

const shownAtFirst = 20;

/** The projects that have been chosen; of very many, the first until all are asked for. */
export function ChosenProjects({
  projects,
  onRemove,
}: {
  projects: readonly NamedItem[];
  onRemove: (id: string) => void;
}) {
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown ? projects : projects.slice(0, shownAtFirst);
  if (projects.length === 0) return null;
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5, maxHeight: 160, overflowY: 'auto' }}>
      {shown.map(({ id, name }) => (
        <Chip
          key={id}
          size="small"
          label={name}
          dir="auto"
          onDelete={() => {
            onRemove(id);
          }}
        />
      ))}
      {projects.length > shown.length && (
        <Button
          size="small"
          onClick={() => {
            setAllShown(true);
          }}
        >
          Show all {formatNumber(projects.length)}
        </Button>
      )}
    </Stack>
  );
}
