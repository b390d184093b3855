import type { FieldErrors } from '../../api/fieldErrors';
import { isSameField, type DraftField } from './mergeDrafts';
import type { ShareDraft } from './ShareDraft';

/** What the API calls the fields of a draft. */
const fieldsOf: Partial<Record<string, readonly DraftField[]>> = {
  sharedProjectIds: ['projects'],
  egressLimit: ['limitGigabytes', 'limitCost', 'limitAction'],
  conditions: ['tags', 'creators', 'dataTypes', 'datasetIds'],
};

/** The refusals that still stand: those of fields that are as they were when they were refused. */
export function openErrors(errors: FieldErrors, refused: ShareDraft | undefined, draft: ShareDraft): FieldErrors {
  if (!refused) return {};
  const stands = (name: string) =>
    (fieldsOf[name] ?? [name as DraftField]).every(
      field => !(field in draft) || isSameField(refused[field], draft[field]),
    );
  return Object.fromEntries(Object.entries(errors).filter(([name]) => stands(name)));
}
