import DownloadIcon from '@mui/icons-material/Download';
import { Alert, Button, Stack } from '@mui/material';
import { formatCount, formatSize } from '../../format/sizes';
import type { DatasetFile } from './fileColumns';

/** More than these are for a program: a browser asks for each file by itself. */
const mostAtOnce = 1000;

interface Props {
  files: readonly DatasetFile[];
  selected: ReadonlySet<string>;
  onDownload: (files: readonly DatasetFile[]) => void;
}

const bytes = (files: readonly DatasetFile[]) => files.reduce((total, file) => total + file.size, 0);

export function DownloadButtons({ files, selected, onDownload }: Props) {
  const chosen = files.filter(file => selected.has(file.path));
  const button = (wanted: readonly DatasetFile[], words: string) => (
    <Button
      variant="outlined"
      startIcon={<DownloadIcon />}
      disabled={wanted.length === 0 || wanted.length > mostAtOnce}
      onClick={() => {
        onDownload(wanted);
      }}
    >
      {words}
    </Button>
  );
  return (
    <Stack spacing={1} sx={{ mb: 1 }}>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
        {button(files, `Download all (${formatSize(bytes(files))})`)}
        {button(chosen, chosen.length > 0 ? `Download selected (${formatSize(bytes(chosen))})` : 'Download selected')}
      </Stack>
      {files.length > mostAtOnce && (
        <Alert severity="info">
          More than {formatCount(mostAtOnce, 'file')} at once are too many for a browser: select some, or copy the
          command for the AWS CLI from Commands.
        </Alert>
      )}
    </Stack>
  );
}
