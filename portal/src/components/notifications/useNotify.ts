import { createContext, useContext } from 'react';

export interface Notification {
  message: string;
  /** What went wrong stays until it is closed; everything else goes after ten seconds. */
  severity?: 'success' | 'info' | 'error';
  undo?: () => void;
}

export const NotificationsContext = createContext<(notification: Notification) => void>(() => undefined);

export const useNotify = () => useContext(NotificationsContext);
