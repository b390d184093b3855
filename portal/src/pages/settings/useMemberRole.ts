import { useMutation, useQueryClient } from '@tanstack/react-query';
import { messageOf } from '../../api/advice';
import { api } from '../../api/client';
import { projectMembers } from '../../api/queries/members';
import { useProject } from '../../app/useProject';
import { useNotify } from '../../components/notifications/useNotify';
import type { Member } from './memberColumns';
import { roleName, type Role } from './roleWords';

export interface RoleChange {
  member: Member;
  role: Role | 'NONE';
}

/** Gives somebody another role, or none, at once on the page; with a way back, and back by itself when it is refused. */
export function useMemberRole() {
  const { id: project } = useProject();
  const queries = useQueryClient();
  const notify = useNotify();
  const key = projectMembers(project).queryKey;
  const send = (username: string, role: Role | 'NONE') =>
    api.PUT('/projects/{project}/permissions', { params: { path: { project } }, body: { username, role } });
  const mutation = useMutation({
    mutationFn: ({ member, role }: RoleChange) => send(member.username, role),
    onMutate: async ({ member, role }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData(key);
      queries.setQueryData(key, members =>
        members?.flatMap(one => {
          if (one.username !== member.username) return [one];
          return role === 'NONE' ? [] : [{ ...one, role }];
        }),
      );
      return before;
    },
    onSuccess: (_, { member, role }) => {
      const undo = () => {
        void send(member.username, member.role)
          .catch((error: unknown) => {
            notify({ message: `It was not taken back: ${messageOf(error)}`, severity: 'error' });
          })
          .then(() => queries.invalidateQueries({ queryKey: key }));
      };
      notify({
        message:
          role === 'NONE' ? `${member.username} is no member any more` : `${member.username} is ${roleName(role)} now`,
        undo,
      });
    },
    onError: (error, { member }, before) => {
      queries.setQueryData(key, before);
      notify({ message: `The role of ${member.username} stays: ${messageOf(error)}`, severity: 'error' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  return mutation;
}
