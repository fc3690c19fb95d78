import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guardedLookup, isPublicAddress, sendOut, whyNotReachable, retryAfter } from './outbound.ts'

let asked = 0
const house = createServer((request, response) => {
  asked += 1
  if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1/' }).end()
  else if (request.url === '/much') response.end('x'.repeat(2 * 1024 * 1024))
  else if (request.url !== '/never') response.writeHead(200).end('hello')
})
let at = ''
beforeAll(async () => {
  await new Promise<void>((listening) => house.listen(0, '127.0.0.1', listening))
  at = `http://127.0.0.1:${(house.address() as AddressInfo).port}`
})
afterAll(() => house.closeAllConnections())

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['127.8.9.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['somewhere', false],
])('%s is a public address: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})

test.each([
  ['https://example.org/hook', null],
  ['https://example.org:8443/hook', null],
  ['http://example.org/hook', 'not https'],
  ['ftp://example.org/', 'not https'],
  ['https://user:secret@example.org/', 'names a password'],
  ['https://localhost/', 'a private address'],
  ['https://a.localhost./', 'a private address'],
  ['https://127.0.0.1/', 'a private address'],
  ['https://2130706433/', 'a private address'],
  ['https://0x7f.1/', 'a private address'],
  ['https://[::1]/', 'a private address'],
  ['https://[::ffff:10.0.0.1]/', 'a private address'],
  ['nonsense', 'not an address'],
])('%s: %s', (url, why) => {
  expect(whyNotReachable(url, false)).toBe(why)
})

describe('a name', () => {
  const answers = (addresses: string[]) =>
    new Promise<string>((told) =>
      guardedLookup(false, (_host, _options, answer) =>
        answer(
          null,
          addresses.map((address) => ({ address, family: 4 })),
        ),
      )('innocent.example', {}, (error, address) =>
        told(error?.message ?? JSON.stringify(address)),
      ),
    )
  test('that leads into this house is refused when it is connected to, even among others', async () => {
    expect(await answers(['93.184.216.34'])).toBe('"93.184.216.34"')
    expect(await answers(['127.0.0.1'])).toBe('a private address')
    expect(await answers(['93.184.216.34', '10.0.0.7'])).toBe('a private address')
  })
})

test('nothing is sent into this house unless the operator said so', async () => {
  expect(await sendOut({ method: 'GET', url: at, privateAllowed: false })).toMatchObject({
    ok: false,
  })
  expect(asked).toBe(0)
  const met = await sendOut({ method: 'POST', url: at, body: '{}', privateAllowed: true })
  expect(met).toMatchObject({ ok: true, status: 200, text: 'hello' })
})

test('a redirect is not followed, a flood is not drunk, silence is not waited for', async () => {
  const get = (path: string, patience = {}) =>
    sendOut({ method: 'GET', url: `${at}${path}`, privateAllowed: true, ...patience })
  expect(await get('/away')).toMatchObject({ ok: true, status: 302 })
  expect(await get('/much')).toMatchObject({ ok: false })
  expect(await get('/never', { timeoutMs: 400 })).toEqual({ ok: false, why: 'no answer in time' })
})

test.each([
  [undefined, 0],
  ['120', 120],
  ['-5', 0],
  ['Mon, 02 Mar 2026 01:02:00 GMT', 120],
  ['Mon, 02 Mar 2026 00:00:00 GMT', 0],
  ['in a while', 0],
])('who answers “later” (%s) is waited for %i seconds', (header, seconds) => {
  expect(retryAfter(header, Date.parse('2026-03-02T01:00:00Z'))).toBe(seconds)
})
