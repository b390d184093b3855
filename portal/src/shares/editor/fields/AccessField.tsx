import { Checkbox, FormControlLabel, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import type { Preview } from '../../../api/types';
import { accessMeaning } from '../../wording';
import { PreviewCost } from '../preview/PreviewCost';

interface Props {
  isViewRestricted: boolean;
  /** The first page of the preview, for what the choice costs. */
  preview: Preview | undefined;
  onChange: (isViewRestricted: boolean) => void;
}

/** The one choice that decides who reads files, with what it means and costs beside it. */
export function AccessField({ isViewRestricted, preview, onChange }: Props) {
  const id = useId();
  return (
    <Stack spacing={0.5}>
      <FormControlLabel
        label="Restrict file access to pipeline use only"
        control={
          <Checkbox
            checked={isViewRestricted}
            onChange={(_, isChecked) => {
              onChange(isChecked);
            }}
            slotProps={{ input: { 'aria-describedby': id } }}
          />
        }
      />
      <Stack id={id} spacing={0.5} sx={{ pl: 4 }}>
        <Typography variant="body2">{accessMeaning(isViewRestricted)}</Typography>
        <PreviewCost cost={preview?.cost} isExact={preview?.isExact !== false} isViewRestricted={isViewRestricted} />
      </Stack>
    </Stack>
  );
}
