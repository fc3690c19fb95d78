// Cursors nobody here wrote, at every list there is: drawn from the declared contracts, so that a new list stands here by
// itself. A page goes on where its list said, or the door says what does not fit; nothing falls over.
import { beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '#core/kit/contract.ts'
import { type CursorForm, cursorPattern } from '#core/kit/cursor.ts'
import { knock, sample } from '#testing/knock.ts'
import { comes } from '#testing/town-life.ts'
import { type Town, codes, openTown } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const id = '0a1b2c3d-0000-4000-8000-000000000000'
/** As each list writes them; where a number may be too large for its column, the largest that passes the door. */
const made: Record<CursorForm, string[]> = {
  count: ['0', '999999999'],
  serial: ['1', '999999999999999'],
  uuid: [id],
  instant: ['2026-03-03T01:00:00.000Z', '2024-02-29T23:59:59.123456+00:00'],
  instantAndUuid: [`2026-03-03T01:00:00.000Z ${id}`],
  instantWithUuid: [`2026-03-03T01:00:00.000000Z~${id}`],
  instantAndTag: ['2026-03-03T01:00:00.000Z r12'],
  dayAndUuid: [`2026-12-31 ${id}`],
  nameAndUuid: [`同景社区 党群服务中心 ${id}`],
  codeAndUuid: [`500108106003 ${id}`],
  login: ['chen'],
  caseOrder: ['0020260303010000500108106003-26-00001', '2026-03-31500108106003-26-00001'],
  digitsAndNumber: ['20260303010000123456500108106003-26-00001'],
  digitsAndVoice: ['20260303010000123456500108106003-26-00001.1'],
  digitsAndUuid: [`20260303010000123456${id}`],
  orderDue: [`0~1772499600.000000~${id}`, `1~Infinity~${id}`],
}
const forms = Object.keys(made) as CursorForm[]
const invented = [
  'nonsense',
  '',
  '-1',
  '0.5',
  '1e400',
  'NaN',
  'eyJhIjoxfQ==',
  '1 or true',
  'x'.repeat(500),
]
const noDays = [
  '2026-02-30T00:00:00.000Z',
  `2026-02-29T00:00:00.000Z ${id}`,
  `2026-04-31T00:00:00.000000Z~${id}`,
  `1900-02-29 ${id}`,
  `2026-13-01 ${id}`,
  '2026-03-03T24:00:00Z r1',
]

type Schema = { properties?: Record<string, { pattern?: string }> }
const propertiesOf = (endpoint: Endpoint) => (endpoint.input as Schema).properties ?? {}
const lists = () =>
  t.app.endpoints.filter(({ input }) => {
    const { after, limit } = (input as Schema).properties ?? {}
    return after !== undefined && limit !== undefined
  })

test.each(forms)('a list takes cursors as it writes them (%s)', (form) => {
  const takes = (text: string) => new RegExp(cursorPattern(form), 'u').test(text)
  expect(made[form].filter((text) => !takes(text))).toEqual([])
  const free: CursorForm[] = ['login', 'nameAndUuid', 'codeAndUuid']
  if (free.includes(form)) return
  expect([...invented, ...noDays].filter(takes)).toEqual([])
})

test('every list says the form of its cursors', () => {
  const known = new Set(forms.map(cursorPattern))
  expect(lists().length).toBeGreaterThan(40)
  const without = lists().filter((list) => !known.has(propertiesOf(list)['after']?.pattern ?? ''))
  expect(without.map(({ name }) => name)).toEqual([])
})

test('a made-up cursor, one of another list and one of a day there is not are refused by name; one that fits never breaks', async () => {
  const chen = await comes(t, 'chen')
  const place = { area: codes.street, code: codes.community, areaCode: codes.street }
  const wrong: string[] = []
  for (const list of lists()) {
    const properties = propertiesOf(list)
    const where = Object.fromEntries(Object.entries(place).filter(([key]) => key in properties))
    const fits = new RegExp(properties['after']?.pattern ?? '', 'u')
    const all = [...forms.flatMap((form) => made[form]), ...noDays, 'no\u0007where']
    const strange = all.find((text) => !fits.test(text))!
    for (const after of [strange, ...all.filter((text) => fits.test(text))]) {
      const met = await knock(chen, list, sample(list, { ...where, after }))
      const right = after === strange ? met.status === 422 : met.status < 500
      if (!right) wrong.push(`${list.name} ${after}: ${met.status}`)
    }
  }
  expect(wrong).toEqual([])
})
