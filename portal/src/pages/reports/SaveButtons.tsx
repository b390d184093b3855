import DownloadIcon from '@mui/icons-material/Download';
import { Button, Stack } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { messageOf } from '../../api/advice';
import { reportFile, reportLines } from '../../api/queries/reports';
import { useNotify } from '../../components/notifications/useNotify';
import { saveBlob } from '../../csv/saveFile';

interface Format {
  title: string;
  file: (period: string) => string;
  read: (period: string) => Promise<Blob>;
}

const formats: readonly Format[] = [
  { title: 'Save as CSV', file: period => `egress-${period}.csv`, read: period => reportFile(period, 'csv') },
  {
    title: 'Save as FOCUS 1.2',
    file: period => `egress-${period}-focus.csv`,
    read: period => reportFile(period, 'focus'),
  },
  { title: 'Save as JSON', file: period => `egress-${period}.json`, read: reportLines },
];

/** The three files of a month: a table for people, and two for programs. */
export function SaveButtons({ period }: { period: string }) {
  const notify = useNotify();
  const saving = useMutation({
    mutationFn: async ({ file, read }: Format) => {
      saveBlob(file(period), await read(period));
    },
    onError: (error, { file }) => {
      notify({ severity: 'error', message: `${file(period)} was not saved. ${messageOf(error)}` });
    },
  });
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
      {formats.map(format => (
        <Button
          key={format.title}
          variant="outlined"
          startIcon={<DownloadIcon />}
          loading={saving.isPending && saving.variables === format}
          disabled={saving.isPending}
          onClick={() => {
            saving.mutate(format);
          }}
        >
          {format.title}
        </Button>
      ))}
    </Stack>
  );
}
