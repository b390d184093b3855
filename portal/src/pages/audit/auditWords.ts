import type { AuditEvent } from '../../api/queries/audit';

/** `SHARE_UPDATED` as words. */
export const actionWords = (action: string): string =>
  action.charAt(0) + action.slice(1).toLowerCase().replaceAll('_', ' ');

const values = (list: readonly string[]) => (list.length === 0 ? 'nothing' : list.join(', '));

/** What changed, one member a line: `name: old → new`. */
export const changeWords = ({ changes, note }: Pick<AuditEvent, 'changes' | 'note'>): string[] => [
  ...(note ? [note] : []),
  ...changes.map(({ field, before, after }) => `${field}: ${values(before)} → ${values(after)}`),
];

export function actorWords({ type, id }: AuditEvent['actor']): string {
  if (type === 'SYSTEM') return 'Shares itself';
  return type === 'PIPELINE' ? `Pipeline ${id}` : id;
}
