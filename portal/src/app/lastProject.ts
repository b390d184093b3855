const key = 'shares.project';

/** The project that the start page opens; an id only, which tells nothing without a session. */
export const rememberProject = (project: string): void => {
  localStorage.setItem(key, project);
};

export const lastProject = (): string | null => localStorage.getItem(key);
