import { Box } from '@mui/material';
import type { AuditEvent } from '../../api/queries/audit';
import { DateTime } from '../../components/values/DateTime';
import type { TableColumn } from '../../table/TableColumn';
import { actionWords, actorWords, changeWords } from './auditWords';

export const auditColumns: TableColumn<AuditEvent>[] = [
  {
    id: 'at',
    title: 'When',
    value: event => event.at,
    show: event => <DateTime time={event.at} />,
    width: 170,
    shown: 'always',
  },
  { id: 'actor', title: 'Who', value: event => actorWords(event.actor), width: 140, shown: 'always' },
  { id: 'action', title: 'Did what', value: event => actionWords(event.action), width: 170, shown: 'always' },
  {
    id: 'target',
    title: 'To what',
    value: event => event.target.name || event.target.id,
    width: 170,
    grow: 1,
    shown: 'always',
  },
  {
    id: 'changes',
    title: 'Changes',
    value: event => changeWords(event).join('; '),
    show: event =>
      changeWords(event).map(words => (
        <Box key={words} sx={{ overflowWrap: 'anywhere' }}>
          {words}
        </Box>
      )),
    width: 240,
    grow: 2,
    isSortable: false,
  },
  { id: 'address', title: 'From address', value: event => event.actor.address, width: 140, shown: 'onRequest' },
  { id: 'program', title: 'Program', value: event => event.actor.userAgent, width: 200, shown: 'onRequest' },
  { id: 'targetId', title: 'Id', value: event => event.target.id, width: 300, shown: 'onRequest' },
];
