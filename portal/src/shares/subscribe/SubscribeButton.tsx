import LibraryAddIcon from '@mui/icons-material/LibraryAdd';
import { Badge, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { offeredShares } from '../../api/queries/shares';
import { useProject } from '../../app/useProject';

const SubscribeDialog = lazy(async () => ({ default: (await import('./SubscribeDialog')).SubscribeDialog }));

/** Opens what is offered to the project; its number stands at the button. For administrators. */
export function SubscribeButton() {
  const { id: project } = useProject();
  const { data } = useQuery(offeredShares(project));
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Badge badgeContent={data?.length} color="secondary" slotProps={{ badge: { 'aria-hidden': true } }}>
        <Button
          variant="outlined"
          startIcon={<LibraryAddIcon />}
          onClick={() => {
            setOpen(true);
          }}
        >
          Subscribe to Share
        </Button>
      </Badge>
      {isOpen && (
        <Suspense>
          <SubscribeDialog
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
