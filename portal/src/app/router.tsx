import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { HomePage } from '../pages/home/HomePage';
import { Shell } from './Shell';
import { NotFoundPage } from './NotFoundPage';
import { ProjectLayout } from './ProjectLayout';
import { RouteError } from './RouteError';

/** A page whose script is fetched when it is first opened. */
const page = (path: string, load: () => Promise<React.ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

export const makeRouter = () =>
  createBrowserRouter([
    {
      Component: Shell,
      ErrorBoundary: RouteError,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: RouteError,
          children: [
            { index: true, Component: HomePage },
            {
              path: 'projects/:project',
              Component: ProjectLayout,
              children: [
                { index: true, element: <Navigate to="shares" replace /> },
                page('shares', async () => (await import('../pages/shares/SharesPage')).SharesPage),
                page('shares/:share', async () => (await import('../pages/share/SharePage')).SharePage),
              ],
            },
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ]);
