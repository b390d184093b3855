import { createContext, useContext } from 'react';
import type { ProjectDetail } from '../api/types';

export const ProjectContext = createContext<ProjectDetail | undefined>(undefined);

/** The project of the page; only below ProjectLayout. */
export function useProject(): ProjectDetail {
  const project = useContext(ProjectContext);
  if (!project) throw new Error('This page is of no project');
  return project;
}
