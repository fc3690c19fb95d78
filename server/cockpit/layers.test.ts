// The layer figures of every level counted two ways: by rows for the cockpit, and by the journal as core tells it; and
// each figure's list has as many rows as the figure says.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { CaseFile } from '#core/cases/case.ts'
import { layerFigures } from '#core/cases/layer-figures.ts'
import type { LayerCase, LayerFigures } from '#core/cases/layer-figures.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { getLayerFigures, listLegsBehind } from '#core/cockpit/contract-layers.ts'
import type { LayerList, LayerView } from '#core/cockpit/contract-layers.ts'
import { type District, openDistrict } from '#testing/district-town.ts'
import { chance, playAtRandom } from '#testing/random-loop.ts'
import { checks, closes, handles, must, teams } from '#testing/town-life.ts'
import { type Staff, type Town, act, codes, fileAndGive, openTown, report } from '#testing/town.ts'
import { entryOf } from '../cases/journal.ts'
import { settingsAt } from '../cases/settings.ts'
import { readCase } from '../cases/store.ts'
import { inScope } from '../kit/db.ts'
import { packageRoot } from '../kit/package-root.ts'

let t: Town
let d: District
let cases: { file: CaseFile; journal: LayerCase }[]
let readers: { street: Staff; city: Staff }

beforeAll(async () => {
  t = await openTown()
  d = await openDistrict(t)
  const { numbers } = await playAtRandom(t, { clients: 3, deeds: 60, seed: 11 })
  numbers.push(...(await throughLayers(12)))
  readers = { street: await d.enters('cao'), city: await d.enters('sheng') }
  cases = await Promise.all(numbers.map(readOne))
})

/** Up to the bureau and back, some late, some refused on the way, one still open. */
async function throughLayers(count: number): Promise<string[]> {
  const dice = chance(5)
  const numbers: string[] = []
  for (let i = 0; i < count; i += 1) {
    const { number } = await report(t.client())
    numbers.push(number)
    const waits = () => t.clock.advance(Math.floor(dice.next() * 80 * 3600))
    const [wu, chen] = [await d.enters('wu'), await d.enters('chen')]
    must(await fileAndGive(wu, number, teams.street, { tier: 'T2' }))
    must(await act(chen, moves.acceptDuty, number, {}))
    const onward = { lead: d.bureau, assists: [], tier: null, note: null }
    must(await act(chen, moves.dispatchCase, number, onward))
    waits()
    if (i % 5 === 0) await comesAgain(number)
    const guo = await d.enters('guo')
    must(await act(guo, moves.acceptDuty, number, {}))
    if (i === count - 1) continue
    must(await handles(t, guo, number))
    await comesBack(number, { refusedAbove: i % 3 === 0, refusedHome: i % 4 === 0, waits })
  }
  return numbers
}

/** Not ours, says the bureau; yours, says the street. */
async function comesAgain(number: string): Promise<void> {
  const back = { code: 'not_ours', words: '不在养护范围', whose: null } as const
  must(await act(await d.enters('guo'), moves.returnCase, number, back))
  const stays = { reason: '清册里有这一盏' }
  must(await act(await d.enters('cao'), moves.upholdDispatch, number, stays))
}

type Way = { refusedAbove: boolean; refusedHome: boolean; waits: () => void }

async function comesBack(number: string, way: Way): Promise<void> {
  way.waits()
  const chen = await d.enters('chen')
  if (way.refusedAbove) {
    must(await checks(chen, number, false))
    way.waits()
    must(await handles(t, await d.enters('guo'), number))
  }
  must(await checks(await d.enters('chen'), number))
  way.waits()
  must(await act(await d.enters('chen'), moves.confirmOnward, number, {}))
  if (way.refusedHome) {
    must(await checks(await d.enters('he'), number, false))
    way.waits()
    must(await handles(t, await d.enters('cao'), number))
  }
  must(await checks(await d.enters('ma'), number))
  must(await closes(await d.enters('he'), number))
}

async function readOne(number: string) {
  const { file } = (await inScope(t.app.db, { kind: 'job' }, (tx) => readCase(tx, number)))!
  const { rows } = await t.owner.query(
    'select to_jsonb(e) as e from cases.entries e where e.case_id = $1 order by e.version',
    [file.id],
  )
  const entries = rows.map((row) => entryOf(row.e as Parameters<typeof entryOf>[0]))
  const { legs, clocks } = file
  return { file, journal: { entries, legs, clocks } }
}

const seenBy = (area: string): Staff => (area === codes.street ? readers.street : readers.city)
async function look(area: string) {
  const answer = must(await seenBy(area).call(getLayerFigures, { area, period: 'year' }))
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

const bare = ({ level: _l, own: _o, ...figures }: LayerView) => figures
const rounded = (figures: LayerFigures) => {
  const { num, den, ...held } = figures.held
  return { ...figures, held: { ...held, num: Math.round(num), den: Math.round(den) } }
}

test.each([codes.street, '500108', '500000', codes.community])(
  'every layer of %s shows what the journal says',
  async (area) => {
    const view = await look(area)
    const from = `${view.period.from}T00:00:00+08:00`
    const to = new Date(Date.parse(`${view.period.to}T00:00:00+08:00`) + 86_400_000).toISOString()
    const top = t.app.places.geography.findByCode(area)!
    const { calendar } = settingsAt(t.app, top.id, view.asOf)
    const settings = { asOf: view.asOf, smallCell: view.smallCell, calendar }
    for (const layer of view.layers) {
      const receives = ({ areaId }: { areaId: number }) => {
        const at = t.app.places.geography.get(areaId)
        return at.level === layer.level && at.path.startsWith(top.path)
      }
      const journals = cases.map(({ journal }) => journal)
      const told = layerFigures(journals, { receives, period: { from, to } }, settings)
      expect({ level: layer.level, ...bare(layer) }).toEqual({
        level: layer.level,
        ...rounded(told),
      })
    }
  },
)

test('something of everything happened', async () => {
  const [own] = (await look(codes.street)).layers
  expect(own!.received).toBeGreaterThanOrEqual(12)
  expect(own!.refused).toBeGreaterThan(0)
  expect(own!.confirmMinutes.median).not.toBeNull()
  expect(own!.held.rounds).toBeGreaterThan(0)
  const [district] = (await look('500108')).layers
  expect(district!.returned).toBe(3)
  const { num, den, rounds } = district!.held
  expect([rounds > 0, num > 0, num < den]).toEqual([true, true, true])
})

const figureOf: Record<LayerList, (layer: LayerView) => number> = {
  received: (layer) => layer.received,
  returned: (layer) => layer.returned,
  signed: (layer) => layer.signed.num,
  signDue: (layer) => layer.signed.den,
  handedIn: (layer) => layer.handedIn,
  refused: (layer) => layer.refused,
  confirmedOnward: (layer) => layer.confirmedOnward,
  held: (layer) => layer.held.rounds,
}

test.each(Object.keys(figureOf) as LayerList[])(
  'the list behind %s has as many rows as the figure says, page by page',
  async (fact) => {
    const { layers } = await look(codes.street)
    for (const layer of layers) {
      const keys: string[] = []
      for (let after: string | undefined; ;) {
        const page = must(
          await readers.street.call(listLegsBehind, {
            area: codes.street,
            level: layer.level,
            fact,
            period: 'year',
            limit: 7,
            ...(after !== undefined && { after }),
          }),
        )
        if (!page.ok) throw new Error('refused')
        keys.push(...page.value.items.map((row) => row.key))
        if (page.value.next === null) break
        after = page.value.next
      }
      expect([layer.level, keys.length]).toEqual([layer.level, figureOf[fact](layer)])
    }
  },
)

test('the migration tells of legs that exist what the moves would have written', async () => {
  const file = join(packageRoot, 'db/migrations/0041_results_of_legs.sql')
  const [told = ''] = /^with told as [^]*?;$/m.exec(readFileSync(file, 'utf8')) ?? []
  const results = async () =>
    (
      await t.owner.query<{
        results: { at: string; since: string | null; refusedAt: string | null }[]
      }>('select results from cases.legs order by community_id, case_id, serial')
    ).rows.map(({ results: all }) =>
      all.map((one) => [one.at, one.since, one.refusedAt].map((at) => at && Date.parse(at))),
    )
  const written = await results()
  expect(written.filter((leg) => leg.length > 0).length).toBeGreaterThan(20)
  await t.owner.query(`update cases.legs set results = '[]'`)
  await t.owner.query(told)
  expect(await results()).toEqual(written)
})
