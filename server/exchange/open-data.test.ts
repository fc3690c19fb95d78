// Somebody at a university wants to know what a community publishes, and whether what is said of it is true.
import { XMLParser } from 'fast-xml-parser'
import { beforeAll, expect, test } from 'vitest'
import { readOpenData } from '#core/exchange/contract-open-data.ts'
import { PublicRow } from '#core/cases/contract.ts'
import { publishNotice } from '#core/notices/contract-board.ts'
import { buildCentre } from '#testing/centre-town.ts'
import { must } from '#testing/survey-town.ts'
import { teams } from '#testing/town-life.ts'
import { type Town, codes, commandId, fileAndGive, lamp, openTown, report } from '#testing/town.ts'

let t: Town
const origin = 'https://linli.example'
const { community } = codes
beforeAll(async () => {
  t = await openTown({ config: { publicUrl: origin } }) // 3 March 2026, a Tuesday.
  await buildCentre(t.owner, t.town.area[community] ?? 0, '2026-03-02')
  const kind = { category: 'P01-37-3' }
  const { number } = await report(t.client(), {
    ...lamp,
    ...kind,
    name: '田大妈',
    phone: '13900139000',
  })
  must(await fileAndGive(await t.as('wu'), number, teams.grid, kind))
  must(
    await (
      await t.as('wu')
    ).call(publishNotice, {
      commandId: commandId(),
      code: community,
      postId: commandId(),
      category: 'outage',
      title: '周二停水',
      body: '请提前储水。',
      gridCode: null,
      fromOn: '2026-03-03',
      untilOn: '2026-03-09',
      photo: null,
      paper: null,
    }),
  )
})

const listed = async (lang: 'zh' | 'en') =>
  must(await t.client().call(readOpenData, { code: community, lang }))

type Answer = { text: string; headers: Record<string, unknown>; status: number }

/** The names of what an answer holds, by its form; those of the first thing where there are many. */
const namesIn: Record<string, (answer: Answer, key: string) => string[]> = {
  json: ({ text }) => {
    const said = JSON.parse(text) as { items?: object[] }
    return Object.keys(said.items?.[0] ?? said)
  },
  ogc: ({ text }) => Object.keys(JSON.parse(text) as object),
  geojson: ({ text }) =>
    Object.keys(
      (JSON.parse(text) as { features: { properties: object }[] }).features[0]!.properties,
    ),
  csv: ({ text }) => text.replace('\uFEFF', '').split('\r\n')[0]!.split(','),
  atom: ({ text }) => {
    const parsed = new XMLParser({ isArray: (name) => name === 'entry' }).parse(text) as {
      feed: { entry: object[] }
    }
    return Object.keys(parsed.feed.entry[0]!)
  },
  icalendar: ({ text }) =>
    text
      .split('BEGIN:VEVENT')[1]!
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0] ?? ''),
}

test.each(['zh', 'en'] as const)(
  'every address answers, in the form said and with the columns said (%s)',
  async (lang) => {
    const { sets, licence } = await listed(lang)
    expect(licence).toMatchObject({ id: 'CC-BY-4.0' })
    expect(sets.length).toBeGreaterThanOrEqual(10)
    for (const { key, form, mediaType, url, columns } of sets) {
      expect(url.startsWith(`${origin}/`)).toBe(true)
      const answer = await t
        .client({ 'accept-language': lang })
        .send({ path: url.slice(origin.length) })
      const type = String(answer.headers['content-type']).split(';')[0]
      expect({ key, status: answer.status, type }).toEqual({ key, status: 200, type: mediaType })
      const names = namesIn[form]!(answer, key)
      const missing = columns.filter((column) => !names.includes(column))
      expect({ key, missing }).toEqual({ key, missing: [] })
      // In a table every column is said; elsewhere what is optional may be more.
      const exact = form === 'csv' || form === 'geojson'
      expect({ key, names: exact ? names : columns }).toEqual({ key, names: columns })
      expect(answer.text).not.toMatch(/田大妈|13900139000|拐弯/)
    }
  },
)

test('says when each last changed, and which leave small numbers out', async () => {
  const { sets } = await listed('zh')
  const of = (key: string) => sets.find((set) => set.key === key)
  expect(of('cases-csv')?.updatedAt).toMatch(/^2026-03-03T/)
  expect(of('board-atom')?.updatedAt).toMatch(/^2026-03-03T/)
  expect(of('programme-icalendar')?.updatedAt).toBeNull()
  expect(sets.filter((set) => set.smallCells).map((set) => set.key)).toEqual(['performance-json'])
  const performance = await t.client().send({ path: `/api/areas/${community}/performance` })
  // One case is under the small cell: it is said nowhere.
  expect(performance.text).not.toMatch(/"value":1\b/)
  expect(of('cases-json')?.columns).toEqual(Object.keys(PublicRow.properties))
})

test('a street publishes nothing of its own, and there is no such place as none', async () => {
  for (const code of [codes.street, '999'])
    expect(await t.client().call(readOpenData, { code })).toMatchObject({ refusal: 'no_such_area' })
})
