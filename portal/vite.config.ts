import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dataGrid } from './build/dataGrid.ts';
import { firstPage } from './build/firstPage.ts';
import { localCloud, proxy } from './build/localCloud.ts';

export default defineConfig({
  plugins: [react(), dataGrid(), firstPage(), localCloud()],
  server: { proxy },
  build: {
    target: 'es2023',
    // Without this Vite puts small files into the page as data: addresses, which the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The first page in two files: in two dozen small ones it is 16 KiB larger, since each is compressed by itself.
        codeSplitting: {
          groups: [
            { name: 'app', test: /src\/main\.tsx$/, priority: 1 },
            { name: 'list', test: /src\/pages\/shares\/SharesPage\.tsx$/ },
          ],
        },
      },
    },
  },
});
