import { lazy, Suspense, type ComponentType } from 'react';
import { Navigate, useRoutes, type RouteObject } from 'react-router';
import { HomePage } from '../pages/home/HomePage';
import { NotFoundPage } from './NotFoundPage';
import { ProjectLayout } from './ProjectLayout';
import { Shell } from './Shell';

/** A page whose script is fetched when it is first opened. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  const Page = lazy(async () => ({ default: await load() }));
  return {
    path,
    element: (
      <Suspense>
        <Page />
      </Suspense>
    ),
  };
}

const routes: RouteObject[] = [
  {
    Component: Shell,
    children: [
      { index: true, Component: HomePage },
      {
        path: 'projects/:project',
        Component: ProjectLayout,
        children: [
          { index: true, element: <Navigate to="shares" replace /> },
          page('shares', async () => (await import('../pages/shares/SharesPage')).SharesPage),
          page('shares/:share', async () => (await import('../pages/share/SharePage')).SharePage),
          page('datasets', async () => (await import('../pages/datasets/DatasetsPage')).DatasetsPage),
          page('datasets/:dataset', async () => (await import('../pages/dataset/DatasetPage')).DatasetPage),
          page('egress', async () => (await import('../pages/egress/EgressPage')).EgressPage),
          page('settings', async () => (await import('../pages/settings/SettingsPage')).SettingsPage),
          page('audit', async () => (await import('../pages/audit/AuditPage')).AuditPage),
        ],
      },
      page('reports', async () => (await import('../pages/reports/ReportsPage')).ReportsPage),
      { path: '*', Component: NotFoundPage },
    ],
  },
];

export const Pages = () => useRoutes(routes);
