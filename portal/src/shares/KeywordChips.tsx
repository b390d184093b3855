import { Chip, Stack } from '@mui/material';

/** Short words side by side. */
export function KeywordChips({ values }: { values: readonly string[] }) {
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {values.map(value => (
        <Chip key={value} size="small" label={value} dir="auto" />
      ))}
    </Stack>
  );
}
