import type { DatasetDetail, ProjectDetail } from '../../../api/types';
import { isAdmin, isContributor } from '../../../app/roles';

export interface Reason {
  question: string;
  can: boolean;
  because: string;
}

type Seen = Pick<DatasetDetail, 'share' | 'isViewRestricted' | 'status'>;

/**
 * What a member may do with a dataset that they see, and why, by the rules that the API and storage apply.
 * @param publisher Name of the project that owns it.
 */
export function reasonsFor(
  dataset: Seen,
  role: ProjectDetail['role'],
  hasPipeline: boolean,
  publisher: string,
): Reason[] {
  const { share, isViewRestricted } = dataset;
  return [
    {
      question: 'See it and the names of its files',
      can: true,
      because: share
        ? `This project has subscribed to the share ${share.name} of ${publisher}, and every member sees what it holds.`
        : 'It belongs to this project, and every member sees its datasets.',
    },
    {
      question: 'View or download its files',
      can: !(share && isViewRestricted),
      because: !share
        ? 'It belongs to this project, and every member may download its datasets.'
        : isViewRestricted
          ? `The share ${share.name} is analyze only: ${publisher} lets pipelines read the files and nobody view or download them. Storage itself refuses, whoever asks. Only an administrator of ${publisher} can change that.`
          : `The share ${share.name} allows it to every member, unless ${publisher} has set a limit on downloads that is reached; then the download says so.`,
    },
    {
      question: 'Analyze it',
      can: hasPipeline && isContributor(role) && dataset.status === 'COMPLETED',
      because:
        dataset.status !== 'COMPLETED'
          ? 'Its files are not complete yet.'
          : !hasPipeline
            ? 'This project has registered no role for its pipelines. An administrator does that in the project’s settings.'
            : isContributor(role)
              ? 'The project’s pipelines read it, inside their network, whoever of the contributors starts them.'
              : 'Pipelines are started by owners, administrators and contributors; your role is collaborator.',
    },
    {
      question: 'Change or delete it',
      can: !share && isContributor(role),
      because: share
        ? `It stays the property of ${publisher}.`
        : isAdmin(role)
          ? 'Owners and administrators do both.'
          : isContributor(role)
            ? 'Contributors change it; owners and administrators delete it too.'
            : 'That takes the role of contributor or more.',
    },
  ];
}
