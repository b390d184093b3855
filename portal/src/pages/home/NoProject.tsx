import { session } from '../../auth/session';
import { EmptyState } from '../../components/EmptyState';
import { Page } from '../../components/Page';

export function NoProject() {
  const { id } = session.person;
  return (
    <Page title="Your projects">
      <EmptyState
        title="You belong to no project yet"
        hint={`Ask an owner or administrator of a project to add you as a member, by the name ${id}. Then reload this page.`}
      />
    </Page>
  );
}
