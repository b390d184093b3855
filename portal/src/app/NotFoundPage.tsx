import { Button } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { Page } from '../components/Page';

export function NotFoundPage() {
  return (
    <Page title="No such page">
      <EmptyState
        title="There is nothing at this address"
        hint="It may have been copied without its end."
        action={
          <Button component={Link} to="/" variant="contained">
            To the start page
          </Button>
        }
      />
    </Page>
  );
}
