import type { Condition } from '../../api/types';

const words: Record<Exclude<Condition['field'], 'DATASET_ID'>, string> = {
  TAG: 'tagged',
  CREATED_BY: 'created by',
  PROCESS_ID: 'of type',
};

/** The conditions of a selection: those that are met together, by field, and how many datasets are named by themselves. */
export function selectionParts(conditions: readonly Condition[]) {
  const fields = Object.keys(words) as (keyof typeof words)[];
  const together = fields.flatMap(field => {
    const values = conditions.filter(condition => condition.field === field).map(({ value }) => value);
    return values.length > 0 ? [{ words: words[field], values }] : [];
  });
  return { together, alone: conditions.filter(({ field }) => field === 'DATASET_ID').length };
}
