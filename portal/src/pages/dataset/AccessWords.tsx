import LockIcon from '@mui/icons-material/Lock';
import { Alert } from '@mui/material';
import type { DatasetDetail } from '../../api/types';
import { useProject } from '../../app/useProject';
import { PageLink } from '../../components/PageLink';
import { usePublisherName } from './usePublisherName';

/** What a shared dataset may be used for, and by whose word. */
export function AccessWords({ dataset }: { dataset: DatasetDetail }) {
  const { id: project } = useProject();
  const publisher = usePublisherName(dataset);
  if (!dataset.share) return null;
  const share = <PageLink to={`/projects/${project}/shares/${dataset.share.id}`}>{dataset.share.name}</PageLink>;
  return dataset.isViewRestricted ? (
    <Alert severity="warning" icon={<LockIcon />}>
      Analyze only: {publisher} shares this dataset through {share} for pipelines. You see the names of its files;
      storage refuses to show or download their contents to anybody in this project.
    </Alert>
  ) : (
    <Alert severity="info">
      View, download and analyze: {publisher} shares this dataset through {share}, and pays for what is downloaded.
      Every download is recorded with your name.
    </Alert>
  );
}
