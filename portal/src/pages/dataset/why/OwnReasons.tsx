import { Stack } from '@mui/material';
import type { DatasetDetail } from '../../../api/types';
import { useProject } from '../../../app/useProject';
import { Verdict } from '../../../components/Verdict';
import { usePublisherName } from '../usePublisherName';
import { reasonsFor } from './reasons';

export function OwnReasons({ dataset }: { dataset: DatasetDetail }) {
  const project = useProject();
  const publisher = usePublisherName(dataset);
  return (
    <Stack spacing={2}>
      {reasonsFor(dataset, project.role, Boolean(project.pipelineRoleArn), publisher).map(
        ({ question, can, because }) => (
          <Verdict key={question} can={can} title={question} reason={because} />
        ),
      )}
    </Stack>
  );
}
