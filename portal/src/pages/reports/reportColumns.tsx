import type { ReportMonth } from '../../api/queries/reports';
import { Money } from '../../components/values/Money';
import { Size } from '../../components/values/Size';
import { formatNumber } from '../../format/sizes';
import type { TableColumn } from '../../table/TableColumn';
import type { PublisherSum } from './sumByPublisher';

const zones = [
  ['INTERNET', 'To the Internet'],
  ['CROSS_REGION', 'To other Regions'],
  ['SAME_REGION', 'Within the Region'],
] as const;

export const reportColumns = ({ currency }: Pick<ReportMonth, 'currency'>): TableColumn<PublisherSum>[] => [
  {
    id: 'publisher',
    title: 'Publishing project',
    value: ({ publisher }) => publisher?.name ?? 'Unattributed',
    width: 180,
    grow: 2,
    shown: 'always',
  },
  { id: 'id', title: 'Project id', value: ({ publisher }) => publisher?.id, width: 300, shown: 'onRequest' },
  { id: 'costCentre', title: 'Cost centre', value: ({ publisher }) => publisher?.costCenter, width: 140 },
  {
    id: 'downloads',
    title: 'Downloads',
    value: ({ requests }) => requests,
    show: ({ requests }) => formatNumber(requests),
    width: 140,
    align: 'right',
  },
  ...zones.map(([zone, title]): TableColumn<PublisherSum> => ({
    id: zone.toLowerCase(),
    title,
    value: ({ bytes }) => bytes[zone],
    show: ({ bytes }) => <Size bytes={bytes[zone]} />,
    width: 180,
    align: 'right',
  })),
  {
    id: 'cost',
    title: `Cost (${currency})`,
    value: ({ cost }) => cost,
    show: ({ cost }) => <Money amount={cost} currency={currency} />,
    width: 150,
    align: 'right',
    shown: 'always',
  },
];
