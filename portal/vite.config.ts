import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { gridVariables } from './build/gridVariables.ts';
import { localCloud, proxy } from './build/localCloud.ts';

export default defineConfig({
  plugins: [react(), gridVariables(), localCloud()],
  server: { proxy },
  build: {
    target: 'es2023',
    // Without this Vite puts small files into the page as data: addresses, which the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
