import type { Share } from '../api/types';

/** What a share gives, in the words that every page uses. */
export const accessWords = (isViewRestricted: boolean): string =>
  isViewRestricted ? 'Analyze only' : 'View, download and analyze';

export const accessMeaning = (isViewRestricted: boolean): string =>
  isViewRestricted
    ? 'Members see the datasets and the names of their files, and start analyses on them. Nobody in a subscriber’s project can view or download a file: storage itself refuses.'
    : 'Members of a subscriber’s project can view and download the files, and start analyses on them. The publisher pays for downloads.';

const types = { PUBLISHER: 'Publisher', SUBSCRIBER: 'Subscriber', AVAILABLE: 'Available' } as const;

/** What the share is to the project that looks at it. */
export const typeWords = (type: Share['shareType']): string => types[type];
