import type { Dimension, EgressGroup } from '../../api/queries/egress';
import { Money } from '../../components/values/Money';
import { Size } from '../../components/values/Size';
import { formatNumber } from '../../format/sizes';
import type { TableColumn } from '../../table/TableColumn';
import { dimensionWords, groupName } from './groupWords';

export function egressColumns(by: Dimension, currency: string): TableColumn<EgressGroup>[] {
  return [
    {
      id: 'group',
      title: dimensionWords[by],
      value: group => groupName(group, by),
      width: 160,
      grow: 2,
      shown: 'always',
    },
    {
      id: 'bytes',
      title: 'Bytes out',
      value: group => group.bytes,
      show: group => <Size bytes={group.bytes} />,
      width: 150,
      align: 'right',
      shown: 'always',
    },
    {
      id: 'cost',
      title: `Cost (${currency})`,
      value: group => group.cost,
      show: group => group.cost != null && <Money amount={group.cost} currency={currency} />,
      width: 150,
      align: 'right',
      shown: 'always',
    },
    {
      id: 'requests',
      title: 'Downloads',
      value: group => group.requests,
      show: group => formatNumber(group.requests),
      width: 150,
      align: 'right',
    },
    {
      id: 'refused',
      title: 'Refused',
      value: group => group.refusedRequests,
      show: group => formatNumber(group.refusedRequests),
      width: 130,
      align: 'right',
    },
    { id: 'status', title: 'Status', value: group => statusWords(group.status), width: 120 },
  ];
}

/** Whether AWS has closed the bill that the cost is a part of. */
export const statusWords = (status: EgressGroup['status']): string => (status === 'FINAL' ? 'Final' : 'Estimated');
