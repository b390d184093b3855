import { Chip, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { projectFacets } from '../../../api/queries/facets';
import { useProject } from '../../../app/useProject';
import type { ShareDraft } from '../ShareDraft';
import { FacetField } from './FacetField';
import { TagIcon } from './TagIcon';

interface Props {
  draft: ShareDraft;
  error: string | undefined;
  onChange: (change: Partial<ShareDraft>) => void;
}

/** What selects the datasets: values of one field are alternatives, fields are to be met together. */
export function SelectionFields({ draft, error, onChange }: Props) {
  const { data } = useQuery(projectFacets(useProject().id));
  const isUsedInShare = (tag: string) =>
    data?.tags.some(({ value, usedInShare }) => value === tag && usedInShare) ?? false;
  return (
    <Stack component="fieldset" spacing={2} sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3" sx={{ mb: 1.5 }}>
        Which datasets
      </Typography>
      <FacetField
        label="Tags"
        help="Datasets with any of these tags, later ones too."
        facets={data?.tags ?? []}
        value={draft.tags}
        icon={tag => <TagIcon isUsedInShare={isUsedInShare(tag)} />}
        error={error}
        onChange={tags => {
          onChange({ tags });
        }}
      />
      <FacetField
        label="Created by"
        help="And created by any of these people."
        facets={data?.creators ?? []}
        value={draft.creators}
        onChange={creators => {
          onChange({ creators });
        }}
      />
      <FacetField
        label="Data types"
        help="And of any of these types."
        facets={data?.dataTypes ?? []}
        value={draft.dataTypes}
        onChange={dataTypes => {
          onChange({ dataTypes });
        }}
      />
      {draft.datasetIds.length > 0 && (
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
          <Typography variant="body2">Also these datasets, whatever their tags:</Typography>
          {draft.datasetIds.map(id => (
            <Chip
              key={id}
              size="small"
              label={id}
              onDelete={() => {
                onChange({ datasetIds: draft.datasetIds.filter(other => other !== id) });
              }}
            />
          ))}
        </Stack>
      )}
    </Stack>
  );
}
