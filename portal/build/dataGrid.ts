import type { Plugin } from 'vite';

/** A change to a file of the data grid, by the end of its path. */
interface Change {
  file: RegExp;
  change: (code: string) => string;
}

const element = '/*#__PURE__*/_jsx("style", {';

/** Parts of the grid that no table of the portal shows: its lists have filters and a CSV of their own, and edit nothing. */
const unused = [
  'toolbar',
  'filterPanel',
  'filterFormColumnInput',
  'columnHeaderFilterIconButton',
  'baseTabs',
  'baseToggleButton',
  'baseSwitch',
  'baseTextarea',
];

const changes: Change[] = [
  {
    // The grid writes its variables as a style element, which `style-src 'self'` refuses. In its place stands a component that
    // adopts a constructed style sheet.
    file: /x-data-grid\/utils\/css\/context\.mjs$/,
    change: code =>
      code.includes(element)
        ? `import { AdoptedStyle } from '/src/theme/AdoptedStyle';\n${code.replaceAll(element, '_jsx(AdoptedStyle, {')}`
        : code,
  },
  {
    // Without these the first page is a tenth smaller.
    file: /x-data-grid\/(constants\/defaultGridSlotsComponents|material\/index)\.mjs$/,
    change: code => code.replaceAll(new RegExp(`\\b(${unused.join('|')}): [A-Z]\\w+`, 'g'), '$1: () => null'),
  },
  {
    // Tables of the portal sort, draw and export values themselves, so the grid takes each for text.
    file: /x-data-grid\/colDef\/gridColumnTypesRegistry\.mjs$/,
    change: code => code.replaceAll(/(: GRID_)(?!STRING)[A-Z_]+_COL_DEF(?=[,\n])/g, '$1STRING_COL_DEF'),
  },
  {
    file: /x-data-grid\/DataGrid\/useDataGridComponent\.mjs$/,
    change: code => code.replaceAll(/useGrid(Csv|Print)Export\(apiRef, props\);/g, ''),
  },
];

/** Fits the data grid to the portal, and fails the build when a new version of it leaves nothing to change. */
export function dataGrid(): Plugin {
  const done = new Set<Change>();
  return {
    name: 'data-grid',
    apply: 'build',
    transform(code, id) {
      const found = changes.find(({ file }) => file.test(id.replaceAll('\\', '/')));
      if (!found) return null;
      const changed = found.change(code);
      if (changed !== code) done.add(found);
      return { code: changed, map: null };
    },
    buildEnd(error) {
      const missing = changes.filter(change => !done.has(change)).map(({ file }) => file.source);
      if (!error && missing.length > 0)
        this.error(`Nothing to change any more, see build/dataGrid.ts: ${missing.join(' ')}`);
    },
  };
}
