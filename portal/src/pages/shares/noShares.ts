import type { EmptyStateProps } from '../../components/EmptyState';

/** What to do first. */
export const noShares = (isAdmin: boolean): EmptyStateProps => ({
  title: 'No shares yet',
  hint: isAdmin
    ? 'A share offers datasets of this project to others, by their tags, creators or types. Create one, or subscribe to what others offer to this project: its datasets are then among your own.'
    : 'A share offers datasets to other projects. An owner or administrator of this project creates shares, and subscribes to what others offer.',
});
