import type { Plugin } from 'vite';

const file = /@mui[\\/]x-data-grid[\\/]utils[\\/]css[\\/]context\.m?js$/;
const element = '/*#__PURE__*/_jsx("style", {';

/**
 * The data grid writes its variables as a style element, which `style-src 'self'` refuses. This puts a component in the
 * element's place that adopts a constructed style sheet, and fails the build when there is nothing to replace any more.
 */
export function gridVariables(): Plugin {
  let isReplaced = false;
  return {
    name: 'grid-variables',
    apply: 'build',
    transform(code, id) {
      if (!file.test(id)) return null;
      isReplaced = code.includes(element);
      return {
        code: `import { AdoptedStyle } from '/src/theme/AdoptedStyle';\n${code.replaceAll(element, '_jsx(AdoptedStyle, {')}`,
        map: null,
      };
    },
    buildEnd(error) {
      if (!error && !isReplaced)
        this.error('The data grid writes its variables in another way now: see build/gridVariables.ts');
    },
  };
}
