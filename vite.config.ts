import { createHash } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { contractsOnPages } from './web/kit/contracts-on-pages.ts'

type Bundle = Rolldown.OutputBundle
const fieldWorker = 'field-worker'
const workers = [fieldWorker, 'alerts-worker']
const kit =
  /\/web\/kit\/(api|dates|drafts|language|now|numbers|outbox|owner|paths|queries|settings|spacing|words|ui\/(Button|Icon|Mark|Shape|States|Status|Toast))\.tsx?$/

/** Every file that the field door can come to need, however late; fonts are kept as they are used. */
function filesFrom(bundle: Bundle, entry: string): string[] {
  const seen = new Set<string>()
  const visit = (name: string) => {
    const chunk = bundle[name]
    if (chunk === undefined || seen.has(name)) return
    seen.add(name)
    if (chunk.type !== 'chunk') return
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next)
    chunk.viteMetadata?.importedCss.forEach(visit)
  }
  visit(entry)
  return [...seen].filter((name) => !/\.woff2?$/.test(name)).toSorted()
}

/** Tells the field's worker which files to keep, and a mark that changes with any of them. */
const fieldFiles: Plugin = {
  name: 'linli-field-files',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const door = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.isEntry && file.name === 'field',
      )
      const page = bundle['field.html']
      const script = bundle[`${fieldWorker}.js`]
      if (!door || page?.type !== 'asset' || script?.type !== 'chunk')
        return this.error('the field door, its page or its worker is missing from the bundle')
      const files = filesFrom(bundle, door.fileName).map((name) => `/${name}`)
      const mark = createHash('sha256')
        .update(String(page.source))
        .update(files.join())
        .update(script.code)
        .digest('hex')
        .slice(0, 12)
      script.code = script.code.replaceAll('__FIELD_FILES__', JSON.stringify({ mark, files }))
    },
  },
}

// Three doors, three pages; the server answers /desk and /field with theirs and everything else with the open one.
export default defineConfig({
  root: 'web',
  plugins: [react(), contractsOnPages, fieldFiles],
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
      input: {
        desk: 'web/desk.html',
        field: 'web/field.html',
        open: 'web/open.html',
        ...Object.fromEntries(workers.map((name) => [name, `web/${name}.ts`])),
      },
      output: {
        // What every page begins with travels together: in pieces it packs less well, 1 kB on each phone.
        codeSplitting: { groups: [{ name: 'kit', test: kit }] },
        // A worker reaches no further than its own folder: it lies at the top, under a name that stays.
        entryFileNames: ({ name }) =>
          workers.includes(name) ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
})
