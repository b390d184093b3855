import { queryOptions } from '@tanstack/react-query';
import { bodyOf } from '../answers';
import { api } from '../client';

/** How far storage enforces a share; asked again and again while it is on its way there. */
export const shareEnforcement = (project: string, share: string) =>
  queryOptions({
    queryKey: ['enforcement', project, share],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/projects/{project}/shares/{share}/enforcement', { params: { path: { project, share } }, signal }),
      ),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data && (data.state === 'PENDING' || data.verificationRequestedAt !== undefined) ? 1000 : false,
  });
