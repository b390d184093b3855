import DeleteIcon from '@mui/icons-material/PersonRemove';
import { IconButton, MenuItem, TextField, Tooltip } from '@mui/material';
import type { components } from '../../api/schema';
import type { TableColumn } from '../../table/TableColumn';
import { roleName, roles, type Role } from './roleWords';
import type { RoleChange } from './useMemberRole';

export type Member = components['schemas']['Member'];

/** @param change Undefined for those who only look. */
export function memberColumns(change: ((change: RoleChange) => void) | undefined): TableColumn<Member>[] {
  const columns: TableColumn<Member>[] = [
    { id: 'user', title: 'Person', value: member => member.username, width: 150, grow: 1, shown: 'always' },
    {
      id: 'role',
      title: 'Role',
      value: member => roleName(member.role),
      show: change && (member => <RoleChoice member={member} change={change} />),
      width: 160,
      shown: 'always',
    },
  ];
  if (!change) return columns;
  return [
    ...columns,
    {
      id: 'remove',
      title: 'Remove',
      value: () => '',
      show: member => (
        <Tooltip title={`Remove ${member.username}`}>
          <IconButton
            size="small"
            aria-label={`Remove ${member.username}`}
            onClick={() => {
              change({ member, role: 'NONE' });
            }}
          >
            <DeleteIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      ),
      width: 124,
      isSortable: false,
      isInCsv: false,
      shown: 'always',
    },
  ];
}

function RoleChoice({ member, change }: { member: Member; change: (change: RoleChange) => void }) {
  return (
    <TextField
      select
      variant="standard"
      value={member.role}
      slotProps={{ htmlInput: { 'aria-label': `Role of ${member.username}` } }}
      onChange={event => {
        change({ member, role: event.target.value as Role });
      }}
    >
      {roles.map(([role, name, meaning]) => (
        <MenuItem key={role} value={role} title={meaning}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
