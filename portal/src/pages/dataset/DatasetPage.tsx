import { Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { datasetDetail } from '../../api/queries/datasets';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { Page } from '../../components/Page';
import { AccessWords } from './AccessWords';
import { DatasetActions } from './DatasetActions';
import { DatasetFacts } from './DatasetFacts';
import { DatasetFiles } from './DatasetFiles';

/** One dataset: what it is, what one may do with it, and its files. */
export function DatasetPage() {
  const { id: project } = useProject();
  const { dataset: id = '' } = useParams();
  const query = useQuery(datasetDetail(project, id));
  const dataset = query.data?.value;
  return (
    <Page
      title={dataset?.name ?? 'Dataset'}
      actions={query.data && <DatasetActions versioned={query.data} />}
      key={dataset?.name}
    >
      <ListState query={query} what="dataset">
        {dataset && (
          <Stack spacing={2}>
            <AccessWords dataset={dataset} />
            <DatasetFacts dataset={dataset} />
            <DatasetFiles dataset={dataset} />
          </Stack>
        )}
      </ListState>
    </Page>
  );
}
