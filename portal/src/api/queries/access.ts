import { queryOptions } from '@tanstack/react-query';
import { bodyOf } from '../answers';
import { api } from '../client';

export interface AccessQuestion {
  projectId: string;
  userId?: string;
  purpose: 'SEE' | 'DOWNLOAD' | 'ANALYZE';
}

/** Every rule that decides whether a project, or somebody in it, gets at a dataset; for its owner's administrators. */
export const accessExplanation = (project: string, dataset: string, question: AccessQuestion) =>
  queryOptions({
    queryKey: ['access', project, dataset, question],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/projects/{project}/datasets/{dataset}/access', {
          params: { path: { project, dataset }, query: { ...question } },
          signal,
        }),
      ),
    staleTime: 0,
  });
