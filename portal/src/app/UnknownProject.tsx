import { Button } from '@mui/material';
import { Link } from 'react-router';
import { EmptyState } from '../components/EmptyState';
import { Page } from '../components/Page';

/** An address of a project that is not the reader's, or is no project. */
export function UnknownProject() {
  return (
    <Page title="No such project">
      <EmptyState
        title="There is no such project, or you are not a member of it"
        hint="Choose one of your projects above. To see this one, ask its owner or an administrator to add you."
        action={
          <Button component={Link} to="/" variant="contained">
            To your projects
          </Button>
        }
      />
    </Page>
  );
}
