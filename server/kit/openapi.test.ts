// The interface as other systems read it: valid for a linter nobody here wrote, and complete.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Harness, openHarness } from '#testing/harness.ts'

let h: Harness
beforeAll(async () => {
  h = await openHarness()
})

test('every mounted contract is in the document, with its refusals', async () => {
  const document = (await h.client().send({ path: '/api/openapi.json' })).json() as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const names = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((each) => each.operationId),
  )
  expect(names.toSorted()).toEqual(h.app.endpoints.map((endpoint) => endpoint.name).toSorted())
})

test('a linter finds nothing wrong with it', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'linli-openapi-')), 'openapi.json')
  writeFileSync(file, (await h.client().send({ path: '/api/openapi.json' })).text)
  const config = join(process.cwd(), 'redocly.yaml')
  const lint = () =>
    execFileSync(
      process.execPath,
      [
        join(process.cwd(), 'node_modules/@redocly/cli/bin/cli.js'),
        'lint',
        file,
        '--config',
        config,
        '--format',
        'summary',
      ],
      {
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
        stdio: 'pipe',
      },
    )
  expect(lint).not.toThrow()
})

test('people read the same as a page', async () => {
  const page = await h.client().send({ path: '/api/docs' })
  expect(page.status).toBe(200)
  expect(page.text).toContain('POST /api/cases')
})
