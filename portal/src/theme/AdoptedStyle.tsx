import { useInsertionEffect } from 'react';
import { adoptSheet, dropSheet } from './adoptedSheet';

/** Stands where a library renders a style element; see build/dataGrid.ts. */
export function AdoptedStyle({ children = '' }: { children?: string }) {
  useInsertionEffect(() => {
    const sheet = adoptSheet('first');
    sheet.replaceSync(children);
    return () => {
      dropSheet(sheet);
    };
  }, [children]);
  return null;
}
