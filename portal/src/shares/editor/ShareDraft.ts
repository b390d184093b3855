import { limitDraftOf, limitOf, type LimitAction } from './limit';
import type { Condition, NamedItem, PreviewRequest, ShareDetail, ShareInput } from '../../api/types';

/** A share as it is being written: conditions by field, projects with their names. */
export interface ShareDraft {
  name: string;
  description: string;
  keywords: readonly string[];
  projects: readonly NamedItem[];
  classificationIds: readonly string[];
  tags: readonly string[];
  creators: readonly string[];
  dataTypes: readonly string[];
  /** Datasets that are named one by one; other programs do that. */
  datasetIds: readonly string[];
  isViewRestricted: boolean;
  /** RFC 3339, or empty for a share that does not end. */
  expiresAt: string;
  /** What downloads may take in a month, as it is typed: gigabytes of 2^30 bytes, and money. Empty: no such bound. */
  limitGigabytes: string;
  limitCost: string;
  limitAction: LimitAction;
}

export const emptyDraft: ShareDraft = {
  name: '',
  description: '',
  keywords: [],
  projects: [],
  classificationIds: [],
  tags: [],
  creators: [],
  dataTypes: [],
  datasetIds: [],
  isViewRestricted: true,
  expiresAt: '',
  limitGigabytes: '',
  limitCost: '',
  limitAction: 'NOTIFY',
};

export function draftOf(share: ShareDetail): ShareDraft {
  const values = (field: Condition['field']) =>
    share.conditions.filter(condition => condition.field === field).map(({ value }) => value);
  return {
    name: share.name,
    description: share.description,
    keywords: share.keywords,
    projects: share.sharedProjects,
    classificationIds: share.classificationIds,
    tags: values('TAG'),
    creators: values('CREATED_BY'),
    dataTypes: values('PROCESS_ID'),
    datasetIds: values('DATASET_ID'),
    isViewRestricted: share.isViewRestricted,
    expiresAt: share.expiresAt ?? '',
    ...limitDraftOf(share.egressLimit),
  };
}

export function conditionsOf(draft: ShareDraft): Condition[] {
  const all = (field: Condition['field'], values: readonly string[]) => values.map(value => ({ field, value }));
  return [
    ...all('TAG', draft.tags),
    ...all('CREATED_BY', draft.creators),
    ...all('PROCESS_ID', draft.dataTypes),
    ...all('DATASET_ID', draft.datasetIds),
  ];
}

export const inputOf = (draft: ShareDraft): ShareInput => ({
  ...selectionOf(draft),
  name: draft.name,
  description: draft.description,
  keywords: [...draft.keywords],
  classificationIds: [...draft.classificationIds],
  expiresAt: draft.expiresAt || null,
  ...limitOf(draft),
});

/** What a preview depends on: typing a name asks for none. */
export const selectionOf = (draft: ShareDraft) =>
  ({
    conditions: conditionsOf(draft),
    sharedProjectIds: draft.projects.map(({ id }) => id),
    isViewRestricted: draft.isViewRestricted,
  }) satisfies PreviewRequest;
