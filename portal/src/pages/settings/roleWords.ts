import type { ProjectDetail } from '../../api/types';

export type Role = ProjectDetail['role'];

/** The roles, from the least to the most, with what they allow. */
export const roles: readonly (readonly [role: Role, name: string, meaning: string])[] = [
  ['COLLABORATOR', 'Collaborator', 'views and downloads'],
  ['CONTRIBUTOR', 'Contributor', 'also uploads, tags and runs analyses'],
  ['ADMIN', 'Admin', 'also shares, subscribes and manages members'],
  ['OWNER', 'Owner', 'as an admin; a project always has one'],
];

export const roleName = (role: Role | 'NONE'): string => roles.find(([known]) => known === role)?.[1] ?? 'No role';
