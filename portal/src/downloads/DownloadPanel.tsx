import CloseIcon from '@mui/icons-material/Close';
import { Alert, Button, IconButton, LinearProgress, Paper, Stack, Typography } from '@mui/material';
import { formatCount, formatSize } from '../format/sizes';
import type { DownloadItem } from './DownloadQueue';
import { useDownloadItems, useDownloads } from './useDownloads';

const sum = (items: readonly DownloadItem[], of: (item: DownloadItem) => number) =>
  items.reduce((total, item) => total + of(item), 0);

/** How far the downloads are, at the edge of the window, on whatever page the reader is. */
export function DownloadPanel() {
  const queue = useDownloads();
  const items = useDownloadItems();
  if (items.length === 0) return null;
  const open = items.filter(({ state }) => state === 'waiting' || state === 'loading');
  const failed = items.filter(({ state }) => state === 'failed');
  const hasStopped = items.some(({ state }) => state === 'stopped');
  const done = items.filter(({ state }) => state === 'done').length;
  const bytes = sum(items, ({ size }) => size);
  const loaded = sum(items, item => item.loaded);
  const percent = bytes > 0 ? Math.min(100, (loaded / bytes) * 100) : 100;
  const running = items.filter(({ state }) => state === 'loading').map(({ path }) => path);

  return (
    <Paper
      component="section"
      aria-label="Downloads"
      variant="elevation"
      elevation={6}
      sx={{
        position: 'fixed',
        right: 16,
        bottom: 16,
        width: 'min(400px, calc(100vw - 32px))',
        p: 2,
        zIndex: 'snackbar',
      }}
    >
      <Stack spacing={1}>
        <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
          <Typography variant="h3" component="h2">
            {open.length > 0 ? 'Downloading' : 'Downloads'}
          </Typography>
          <IconButton
            size="small"
            aria-label={open.length > 0 ? 'Stop the downloads and close' : 'Close'}
            onClick={() => {
              queue.clear();
            }}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Stack>
        <LinearProgress variant="determinate" value={percent} aria-label="Progress of the downloads" />
        <Typography role="status" variant="body2">
          {done} of {formatCount(items.length, 'file', 'files')}, {formatSize(loaded)} of {formatSize(bytes)}
        </Typography>
        {running.map(path => (
          <Typography key={path} variant="body2" color="textSecondary" noWrap dir="auto">
            {path}
          </Typography>
        ))}
        {failed.slice(0, 3).map(({ id, path, message }) => (
          <Alert key={id} severity="error" sx={{ overflowWrap: 'anywhere' }}>
            {path}: {message}
          </Alert>
        ))}
        {failed.length > 3 && <Typography variant="body2">and {failed.length - 3} more that failed</Typography>}
        <Stack direction="row" spacing={1}>
          {open.length > 0 && (
            <Button
              size="small"
              onClick={() => {
                queue.stop();
              }}
            >
              Stop
            </Button>
          )}
          {open.length === 0 && (failed.length > 0 || hasStopped) && (
            <Button
              size="small"
              onClick={() => {
                queue.retry();
              }}
            >
              Try again
            </Button>
          )}
        </Stack>
      </Stack>
    </Paper>
  );
}
