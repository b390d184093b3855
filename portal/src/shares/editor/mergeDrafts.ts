import type { ShareDraft } from './ShareDraft';

export type DraftField = keyof ShareDraft;

export interface Merge {
  /** What was typed, with what only the other has changed. */
  draft: ShareDraft;
  /** What only the other has changed. */
  taken: DraftField[];
  /** What both have changed, to different values; the draft keeps what was typed. */
  disputed: DraftField[];
}

/** Brings together what two people made of the same share, so that neither loses anything. */
export function mergeDrafts(base: ShareDraft, mine: ShareDraft, theirs: ShareDraft): Merge {
  const fields = Object.keys(base) as DraftField[];
  const theirChanges = fields.filter(
    field => !isSameField(base[field], theirs[field]) && !isSameField(mine[field], theirs[field]),
  );
  const taken = theirChanges.filter(field => isSameField(base[field], mine[field]));
  const disputed = theirChanges.filter(field => !taken.includes(field));
  const takenOver = Object.fromEntries(taken.map(field => [field, theirs[field]]));
  return { draft: { ...mine, ...takenOver }, taken, disputed };
}

export const isSameDraft = (one: ShareDraft, other: ShareDraft): boolean =>
  (Object.keys(one) as DraftField[]).every(field => isSameField(one[field], other[field]));

/** Lists are the same in any order. */
export function isSameField(one: ShareDraft[DraftField], other: ShareDraft[DraftField]): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  const key = (item: unknown) => (typeof item === 'string' ? item : (item as { id: string }).id);
  const set = new Set(one.map(key));
  return set.size === new Set(other.map(key)).size && other.every(item => set.has(key(item)));
}
