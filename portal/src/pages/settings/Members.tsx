import { Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { projectMembers } from '../../api/queries/members';
import { useProject } from '../../app/useProject';
import { ListState } from '../../components/ListState';
import { DataTable } from '../../table/DataTable';
import { AddMemberDialog } from './AddMemberDialog';
import { memberColumns } from './memberColumns';
import { useMemberRole } from './useMemberRole';

const firstSort = { column: 'user', order: 'asc' } as const;

/** Who belongs to the project, and as what. */
export function Members({ mayChange }: { mayChange: boolean }) {
  const { id: project } = useProject();
  const query = useQuery(projectMembers(project));
  const members = query.data ?? [];
  const [isAdding, setAdding] = useState(false);
  const { mutate } = useMemberRole();
  const columns = useMemo(() => memberColumns(mayChange ? mutate : undefined), [mayChange, mutate]);
  return (
    <Stack component="section" spacing={1.5} aria-labelledby="members-title">
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h2" id="members-title">
          Members
        </Typography>
        {mayChange && (
          <Button
            variant="outlined"
            onClick={() => {
              setAdding(true);
            }}
          >
            Add a member
          </Button>
        )}
      </Stack>
      <ListState query={query} what="members">
        <DataTable
          name="Members"
          unit={['member', 'members']}
          rows={members}
          columns={columns}
          rowId={member => member.username}
          firstSort={firstSort}
        />
      </ListState>
      {isAdding && (
        <AddMemberDialog
          members={members}
          onClose={() => {
            setAdding(false);
          }}
        />
      )}
    </Stack>
  );
}
