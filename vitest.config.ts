import { defineConfig } from 'vitest/config'

// Three kinds of tests: rules in memory, stories through HTTP on a real PostgreSQL, and stories in a real browser.
export default defineConfig({
  // The sources, as the `source` condition of package.json says; a global setup does not see conditions.
  resolve: {
    conditions: ['source'],
    alias: [
      {
        find: /^#(?=(core|server|packs|db|tools|testing|web)\/)/,
        replacement: `${import.meta.dirname}/`,
      },
    ],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    reporters: ['default'],
    // A busy machine is no fault of a test: these only end what hangs. What is slow is measured by the benchmarks.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          // Rules keep nothing between calls, so modules are read once a process and not once a file.
          isolate: false,
          include: [
            'core/**/*.test.ts',
            'packs/**/*.test.ts',
            'web/**/*.test.{ts,tsx}',
            'testing/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'stories',
          include: ['server/**/*.test.ts', 'db/**/*.test.ts', 'tools/**/*.test.ts'],
          globalSetup: ['testing/database.ts'],
          setupFiles: ['testing/each-file.ts'],
          // Modules are read once a process: every file still has a database, a server and a clock of its own.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['testing/database.ts', 'testing/pages.ts'],
          setupFiles: ['testing/each-file.ts', 'e2e/each-file.ts'],
          // As the stories: each file opens a town, a server and a browser of its own.
          isolate: false,
        },
      },
    ],
  },
})
