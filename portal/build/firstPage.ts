import { brotliCompressSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** KiB of script and style, compressed, that the first page may be. */
const budget = 300;

const list = /\/SharesPage\.tsx$/;

/** Prints after a build what a reader fetches before the first page is there: the entry, the list of shares, and what both import. */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = new Set<string>();
      const add = (name: string) => {
        const file = bundle[name];
        if (files.has(name) || file?.type !== 'chunk') return;
        files.add(name);
        file.imports.forEach(add);
        file.viteMetadata?.importedCss.forEach(css => files.add(css));
      };
      const first = Object.values(bundle).filter(
        file => file.type === 'chunk' && (file.isEntry || file.moduleIds.some(id => list.test(id))),
      );
      if (first.length < 2)
        this.error('The list of shares is in no file, or in that of the entry: see build/firstPage.ts');
      first.forEach(file => {
        add(file.fileName);
      });
      const size = [...files].reduce((sum, name) => sum + brotliCompressSync(contentOf(bundle[name])).length, 0) / 1024;
      const text = `The first page is ${size.toFixed(1)} KiB of script and style, compressed; it may be ${budget} KiB.`;
      if (size > budget) this.warn(text);
      else this.info(text);
    },
  };
}

const contentOf = (file: Rolldown.OutputBundle[string] | undefined): string | Uint8Array =>
  file?.type === 'chunk' ? file.code : (file?.source ?? '');
