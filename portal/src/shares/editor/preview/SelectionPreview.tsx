import { Alert, Box, Button, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { ErrorMessage } from '../../../components/ErrorMessage';
import { formatNumber } from '../../../format/sizes';
import { PreviewChanges } from './PreviewChanges';
import { PreviewCost } from './PreviewCost';
import { PreviewDatasets } from './PreviewDatasets';
import { PreviewTotals } from './PreviewTotals';
import type { usePreview } from './usePreview';

interface Props {
  preview: ReturnType<typeof usePreview>;
  isEdit: boolean;
  isViewRestricted: boolean;
}

/** The datasets that the selection includes, as it is being written, and what that costs and changes. */
export function SelectionPreview({ preview: { query, isBehind }, isEdit, isViewRestricted }: Props) {
  const first = query.data?.pages[0];
  return (
    <Paper component="section" aria-label="What the share holds" aria-busy={isBehind} sx={{ overflow: 'hidden' }}>
      <Box sx={{ height: 3 }}>
        {(isBehind || query.isFetching) && <LinearProgress sx={{ height: 3 }} aria-hidden />}
      </Box>
      <Stack spacing={2} sx={{ p: 2 }}>
        <Typography variant="h3">Datasets in this share</Typography>
        {query.isError && (
          <ErrorMessage title="The preview failed" error={query.error} onRetry={() => void query.refetch()} />
        )}
        {first && (
          <>
            <PreviewTotals preview={first} />
            <PreviewCost cost={first.cost} isExact={first.isExact !== false} isViewRestricted={isViewRestricted} />
            {isEdit && <PreviewChanges adds={first.adds} removes={first.removes} />}
            {first.count === 0 && (
              <Alert severity="info">
                Nothing yet. Choose a tag, a creator or a data type; only completed datasets of this project come in.
              </Alert>
            )}
            <PreviewDatasets datasets={query.data?.pages.flatMap(({ data }) => data) ?? []} />
            {query.hasNextPage && (
              <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                Show more of {formatNumber(first.count ?? 0)}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}
