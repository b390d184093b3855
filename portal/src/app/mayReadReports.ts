import { session } from '../auth/session';

/** Whether this person is of finance, whom the API lets read what all publishers pay. */
export const mayReadReports = (): boolean => session.person.groups.includes('finance');
