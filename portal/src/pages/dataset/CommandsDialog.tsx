import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { bodyOf } from '../../api/answers';
import { api } from '../../api/client';
import type { DatasetDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { CopyCommand } from '../../components/CopyCommand';
import { ErrorMessage } from '../../components/ErrorMessage';
import { credentialLines, downloadCommand, pipelineCommand } from './commands';

/** Commands to paste: for the AWS CLI where the files may be downloaded, and for a pipeline. */
export function CommandsDialog({ dataset, onClose }: { dataset: DatasetDetail; onClose: () => void }) {
  const { id: project } = useProject();
  const credentials = useMutation({
    mutationFn: () =>
      bodyOf(
        api.POST('/projects/{project}/s3-token', {
          params: { path: { project } },
          body: dataset.share
            ? { accessType: 'SHARED_DATASET_DOWNLOAD', datasetId: dataset.id }
            : { accessType: 'PROJECT_DOWNLOAD' },
        }),
      ),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="commands-title" maxWidth="md" fullWidth>
      <DialogTitle id="commands-title">Commands</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography variant="h3" component="h2">
            Download with the AWS CLI
          </Typography>
          {dataset.isViewRestricted ? (
            <Typography color="textSecondary">
              Not for this dataset: its share is analyze only, and storage refuses everybody but pipelines.
            </Typography>
          ) : (
            <>
              <Typography color="textSecondary">
                First credentials that read this and nothing else, for one hour. Whoever has them can download in your
                name: paste them into your own terminal only.
              </Typography>
              {credentials.data ? (
                <CopyCommand label="Credentials for the terminal" command={credentialLines(credentials.data)} />
              ) : (
                <Button
                  variant="outlined"
                  sx={{ alignSelf: 'flex-start' }}
                  loading={credentials.isPending}
                  onClick={() => {
                    credentials.mutate();
                  }}
                >
                  Get credentials
                </Button>
              )}
              {credentials.error && <ErrorMessage title="No credentials" error={credentials.error} />}
              <Typography color="textSecondary">Then the files:</Typography>
              <CopyCommand label="Download command" command={downloadCommand(dataset)} />
            </>
          )}
          <Typography variant="h3" component="h2">
            Read it in a pipeline
          </Typography>
          <Typography color="textSecondary">
            Signed with the role that this project registered for its pipelines. The answer holds credentials for one
            run and the place to read from; they work inside the pipelines’ network only.
          </Typography>
          <CopyCommand label="Pipeline command" command={pipelineCommand(location.origin, project, dataset.id)} />
          <Alert severity="info">A pipeline that may read a dataset can write what it read into its own project.</Alert>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
