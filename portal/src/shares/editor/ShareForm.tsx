import { Divider, Stack, TextField } from '@mui/material';
import type { FieldErrors } from '../../api/fieldErrors';
import type { Preview } from '../../api/types';
import { AccessField } from './fields/AccessField';
import { ClassificationsField } from './fields/ClassificationsField';
import { ExpiryField } from './fields/ExpiryField';
import { KeywordsField } from './fields/KeywordsField';
import { ProjectsField } from './fields/ProjectsField';
import { SelectionFields } from './fields/SelectionFields';
import { LimitFields } from './fields/LimitFields';
import type { ShareDraft } from './ShareDraft';

interface Props {
  draft: ShareDraft;
  errors: FieldErrors;
  preview: Preview | undefined;
  onChange: (change: Partial<ShareDraft>) => void;
}

/** Everything that a publisher says of a share. */
export function ShareForm({ draft, errors, preview, onChange }: Props) {
  const error = (field: string) => errors[field]?.join(' ');
  return (
    <Stack spacing={2.5}>
      <TextField
        label="Name"
        required
        autoFocus
        value={draft.name}
        onChange={event => {
          onChange({ name: event.target.value });
        }}
        error={errors['name'] !== undefined}
        helperText={error('name')}
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
      <TextField
        label="Description"
        multiline
        minRows={2}
        maxRows={8}
        value={draft.description}
        onChange={event => {
          onChange({ description: event.target.value });
        }}
        error={errors['description'] !== undefined}
        helperText={error('description')}
        slotProps={{ htmlInput: { dir: 'auto' } }}
      />
      <KeywordsField
        value={draft.keywords}
        error={error('keywords')}
        onChange={keywords => {
          onChange({ keywords });
        }}
      />
      <ProjectsField
        value={draft.projects}
        error={error('sharedProjectIds')}
        onChange={projects => {
          onChange({ projects });
        }}
      />
      <ClassificationsField
        value={draft.classificationIds}
        error={error('classificationIds')}
        onChange={classificationIds => {
          onChange({ classificationIds });
        }}
      />
      <Divider />
      <SelectionFields draft={draft} error={error('conditions')} onChange={onChange} />
      <Divider />
      <AccessField
        isViewRestricted={draft.isViewRestricted}
        preview={preview}
        onChange={isViewRestricted => {
          onChange({ isViewRestricted });
        }}
      />
      {!draft.isViewRestricted && <LimitFields draft={draft} error={error('egressLimit')} onChange={onChange} />}
      <ExpiryField
        value={draft.expiresAt}
        error={error('expiresAt')}
        onChange={expiresAt => {
          onChange({ expiresAt });
        }}
      />
    </Stack>
  );
}
