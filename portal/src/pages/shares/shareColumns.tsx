import type { Share } from '../../api/types';
import { PageLink } from '../../components/PageLink';
import { DateTime } from '../../components/values/DateTime';
import { AccessChip } from '../../shares/AccessChip';
import { KeywordChips } from '../../shares/KeywordChips';
import { accessWords, typeWords } from '../../shares/wording';
import type { TableColumn } from '../../table/TableColumn';

export function shareColumns(
  publisherName: (id: string) => string,
  classificationName: (id: string) => string,
): TableColumn<Share>[] {
  const classifications = (share: Share) => share.classificationIds.map(classificationName).sort().join(', ');
  return [
    {
      id: 'name',
      title: 'Name',
      value: share => share.name,
      show: share => <PageLink to={share.id}>{share.name}</PageLink>,
      width: 200,
      grow: 2,
      shown: 'always',
    },
    { id: 'type', title: 'Type', value: share => typeWords(share.shareType), width: 116, shown: 'always' },
    {
      id: 'publisher',
      title: 'Originating project',
      value: share => publisherName(share.originatingProjectId),
      width: 196,
      grow: 1,
    },
    {
      id: 'access',
      title: 'Access',
      value: share => accessWords(share.isViewRestricted),
      show: share => <AccessChip isViewRestricted={share.isViewRestricted} />,
      width: 236,
      shown: 'always',
    },
    {
      id: 'keywords',
      title: 'Keywords',
      value: share => share.keywords.join(', '),
      show: share => <KeywordChips values={share.keywords} />,
      width: 150,
      grow: 1,
    },
    { id: 'classifications', title: 'Classifications', value: classifications, width: 150, grow: 1 },
    {
      id: 'created',
      title: 'Created',
      value: share => share.createdAt,
      show: share => <DateTime time={share.createdAt} />,
      width: 170,
    },
    {
      id: 'updated',
      title: 'Updated',
      value: share => share.updatedAt,
      show: share => <DateTime time={share.updatedAt} />,
      width: 170,
    },
    { id: 'description', title: 'Description', value: share => share.description, width: 240, shown: 'onRequest' },
    {
      id: 'expires',
      title: 'Expires',
      value: share => share.expiresAt,
      show: share => share.expiresAt && <DateTime time={share.expiresAt} />,
      width: 170,
      shown: 'onRequest',
    },
    { id: 'createdBy', title: 'Created by', value: share => share.createdBy, width: 140, shown: 'onRequest' },
  ];
}
