import { useMutation, useQueryClient } from '@tanstack/react-query';
import { versionOf, type Versioned } from '../../api/answers';
import { ApiError } from '../../api/ApiError';
import { api } from '../../api/client';
import { projectDetail, projectVersion } from '../../api/queries/projects';
import type { ProjectDetail } from '../../api/types';
import { useNotify } from '../../components/notifications/useNotify';

type Settings = Partial<Pick<ProjectDetail['settings'], 'isShareable' | 'isDiscoverable'>>;

/** Changes settings of the project and nothing else that it says of itself; offers the way back. */
export function useProjectSettings({ value: project, etag }: Versioned<ProjectDetail>) {
  const queries = useQueryClient();
  const notify = useNotify();
  const mutation = useMutation({
    mutationFn: async (settings: Settings) => {
      const { name, description, billingAccountId, organization, contacts, classificationIds, tags } = project;
      return versionOf(
        api.PUT('/projects/{project}', {
          params: { path: { project: project.id }, header: { 'If-Match': etag } },
          body: { name, description, billingAccountId, organization, contacts, classificationIds, tags, settings },
        }),
      );
    },
    onSuccess: (saved, settings) => {
      queries.setQueryData(projectVersion(project.id).queryKey, saved);
      queries.setQueryData(projectDetail(project.id).queryKey, saved.value);
      const isOn = Object.values(settings).every(Boolean);
      notify({ message: `The setting is ${isOn ? 'on' : 'off'}` });
    },
    onError: async error => {
      if (error instanceof ApiError && error.code === 'VERSION_MISMATCH')
        await queries.invalidateQueries({ queryKey: projectVersion(project.id).queryKey });
    },
  });
  return mutation;
}
