import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Three doors, three pages; the server answers /desk and /field with theirs and everything else with the open one.
export default defineConfig({
  root: 'web',
  plugins: [react()],
  resolve: {
    conditions: ['source', 'module', 'browser', 'production', 'import', 'default'],
    // Pages read contracts but never check them: the shapes without the library, 13 kB less on every phone.
    alias: [
      { find: /^typebox$/, replacement: `${import.meta.dirname}/web/kit/typebox-on-pages.ts` },
    ],
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the pages forbids inline anything: every font and picture is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: { desk: 'web/desk.html', field: 'web/field.html', open: 'web/open.html' },
    },
  },
})
