// What the pages for other systems say can be done, is done: every curl of docs/interfaces is sent, and every address they
// name is one of ours. docs/interfaces/endpoints.md is printed from the contracts; `vitest -u` on this file prints it anew.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { pathKeys } from '#core/kit/contract.ts'
import { type Curl, curlsIn } from '#testing/curls.ts'
import { townPassword } from '#testing/people-town.ts'
import { must, teams } from '#testing/town-life.ts'
import { type Staff, type Town, codes, fileAndGive, openTown } from '#testing/town.ts'
import { hashOfSecret } from './people/who.ts'
import { endpointsPage } from './kit/endpoints-page.ts'
import { packageRoot } from './kit/package-root.ts'

const folder = join(packageRoot, 'docs/interfaces')
const pages = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))

const [key, token] = ['demo-open311', 'story-of-orders']
let t: Town
let chen: Staff
let number: string
beforeAll(async () => {
  t = await openTown({ startAt: '2026-03-03T01:00:00.000Z' })
  chen = await t.as('chen')
  for (const [secret, scope] of [
    [key, 'open311'],
    [token, 'orders'],
  ] as const)
    await t.owner.query(
      `insert into people.tokens (id, token_hash, name, scopes, area_id, valid_from, created_at)
       values (gen_random_uuid(), $1, 'story', array[$2], $3, '2026-01-01', now())`,
      [hashOfSecret(secret), scope, t.town.area['500108']],
    )
  // The request that the pages speak of: reported under their key, and filed.
  const body = `api_key=${key}&service_code=P01-37-2&lat=29.505&long=106.605&description=x`
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const path = '/open311/v2/requests.json'
  const made = (await t.client().send({ method: 'POST', path, body, headers: type })).json()
  number = (made as { service_request_id: string }[])[0]?.service_request_id ?? ''
  must(await fileAndGive(chen, number, teams.grid, { category: 'P01-37-2' }))
})

/** The demo world of the pages, as the small town has it. */
const here = (text: string): string =>
  text
    .replaceAll('500108006008-26-03195', number)
    .replaceAll('500108006008', codes.community)
    .replaceAll('linli-demo-141', townPassword)

/** These cannot be sent as they stand, and other stories send them. */
const notSent: Record<string, string> = {
  '/api/live': 'stays open: server/cockpit/live.test.ts',
  '/api/areas/500108106003/bookings':
    'asks for a room of the reader: server/activities/lending.test.ts',
}

async function answerTo(curl: Curl) {
  const { line: _line, said: _said, path, body, headers = {}, ...request } = curl
  const sent = {
    ...request,
    path: here(path),
    headers,
    ...(body !== undefined && { body: here(body) }),
  }
  // The one jar of the pages is the session of whoever signed in a line before.
  const signedIn = /(^| )-b jar/.test(curl.said) ? chen : t.client()
  return signedIn.send(sent)
}

describe.each(pages)('$file', ({ text }) => {
  const curls = curlsIn(text, { TOKEN: token })
  test('every curl is answered as the page says', async () => {
    const wrong: string[] = []
    for (const curl of curls) {
      if (curl.path in notSent) continue
      const { status, text: said } = await answerTo(curl)
      if (status !== 200)
        wrong.push(`line ${curl.line}: ${curl.said}: ${status} ${said.slice(0, 200)}`)
    }
    expect(wrong).toEqual([])
  })

  test('every address of ours that is named is mounted', () => {
    const named = [...text.matchAll(/\b(GET|POST|PUT|PATCH|DELETE) (\/api\/[^\s`?,;)]*)/g)]
    const lacking = named.filter(([, method = '', path = '']) => !isMounted(method, path))
    expect(lacking.map(([all]) => all)).toEqual([])
  })
})

/** `{code}`, `NUMBER` and a code written out stand for a value of the path. */
function isMounted(method: string, path: string): boolean {
  const parts = path.split('/')
  return t.app.endpoints.some((endpoint) => {
    const own = endpoint.path.split('/')
    return (
      endpoint.method === method &&
      own.length === parts.length &&
      own.every((part, at) => part === parts[at] || part.startsWith(':') || part.includes('*'))
    )
  })
}

test('more is sent than is let out', () => {
  const all = pages.flatMap(({ text }) => curlsIn(text))
  expect(all.length).toBeGreaterThan(20)
  expect(all.filter(({ path }) => path in notSent)).toHaveLength(Object.keys(notSent).length)
})

test('the list of all endpoints is the contract, no more and no less', async () => {
  const page = endpointsPage(t.app.endpoints)
  const rows = page.split('\n').filter((line) => /^\| `(GET|POST|PUT|PATCH|DELETE) /.test(line))
  expect(rows).toHaveLength(t.app.endpoints.length)
  expect(t.app.endpoints.filter(({ path }) => pathKeys(path).includes(''))).toEqual([])
  await expect(page).toMatchFileSnapshot(join(folder, 'endpoints.md'))
})
