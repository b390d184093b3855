import { Button, Dialog, DialogActions, DialogContent, DialogTitle, MenuItem, Stack, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client';
import { projectMembers } from '../../api/queries/members';
import { useProject } from '../../app/useProject';
import { ErrorMessage } from '../../components/ErrorMessage';
import { useNotify } from '../../components/notifications/useNotify';
import type { Member } from './memberColumns';
import { roleName, roles, type Role } from './roleWords';

interface Props {
  members: readonly Member[];
  onClose: () => void;
}

export function AddMemberDialog({ members, onClose }: Props) {
  const { id: project } = useProject();
  const [username, setUsername] = useState('');
  const [role, setRole] = useState<Role>('COLLABORATOR');
  const queries = useQueryClient();
  const notify = useNotify();
  const known = members.find(member => member.username === username.trim());
  const addition = useMutation({
    mutationFn: () =>
      api.PUT('/projects/{project}/permissions', {
        params: { path: { project } },
        body: { username: username.trim(), role },
      }),
    onSuccess: async () => {
      onClose();
      notify({ message: `${username.trim()} is ${roleName(role)} of this project` });
      await queries.invalidateQueries({ queryKey: projectMembers(project).queryKey });
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="add-title" maxWidth="sm" fullWidth>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (!known) addition.mutate();
        }}
      >
        <DialogTitle id="add-title">Add a member</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField
              label="User name"
              required
              autoFocus
              autoComplete="off"
              value={username}
              error={known !== undefined}
              helperText={
                known
                  ? `Is ${roleName(known.role)} already`
                  : 'As the sign-in knows the person. It is not checked here.'
              }
              onChange={event => {
                setUsername(event.target.value);
              }}
            />
            <TextField
              select
              label="Role"
              value={role}
              onChange={event => {
                setRole(event.target.value as Role);
              }}
            >
              {roles.map(([value, name, meaning]) => (
                <MenuItem key={value} value={value}>
                  {name}: {meaning}
                </MenuItem>
              ))}
            </TextField>
            {addition.error && <ErrorMessage title="Nobody was added" error={addition.error} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained" loading={addition.isPending} disabled={!username.trim() || !!known}>
            Add
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
