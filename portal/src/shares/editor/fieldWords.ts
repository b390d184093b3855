import { formatDateTime } from '../../format/dates';
import { accessWords } from '../wording';
import type { DraftField } from './mergeDrafts';
import type { ShareDraft } from './ShareDraft';

/** What the dialog calls the fields of a draft. */
export const fieldTitles: Record<DraftField, string> = {
  name: 'Name',
  description: 'Description',
  keywords: 'Search keywords',
  projects: 'Share to projects',
  classificationIds: 'Data classifications',
  tags: 'Tags',
  creators: 'Created by',
  dataTypes: 'Data types',
  datasetIds: 'Single datasets',
  isViewRestricted: 'Access',
  expiresAt: 'Expires',
  limitGigabytes: 'Download limit (GiB)',
  limitCost: 'Download limit (cost)',
  limitAction: 'When the limit is reached',
};

/** A field's value in a line, to be held against another. */
export function fieldText(draft: ShareDraft, field: DraftField, classificationName: (id: string) => string): string {
  if (field === 'isViewRestricted') return accessWords(draft.isViewRestricted);
  if (field === 'projects') return list(draft.projects.map(({ name }) => name));
  if (field === 'classificationIds') return list(draft.classificationIds.map(classificationName));
  if (field === 'expiresAt') return draft.expiresAt ? formatDateTime(draft.expiresAt) : 'never';
  const value = draft[field];
  return typeof value === 'string' ? value || 'empty' : list(value);
}

const list = (values: readonly string[]): string => (values.length > 0 ? values.join(', ') : 'none');
