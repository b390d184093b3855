import type { ProjectDetail } from '../api/types';

export type Role = ProjectDetail['role'];

/** Who creates, edits, deletes, subscribes and unsubscribes. */
export const isAdmin = (role: Role): boolean => role === 'OWNER' || role === 'ADMIN';

/** Who uploads, tags and starts analyses. */
export const isContributor = (role: Role): boolean => isAdmin(role) || role === 'CONTRIBUTOR';
