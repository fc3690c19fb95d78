// The draft of a community's next grids: one at a time, seen and kept by whoever keeps its boundaries.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import {
  dropRedrawing,
  openRedrawing,
  readRedrawing,
  saveRedrawing,
} from '#core/places/contract-redrawing.ts'
import { flatParts, loopsFrom, partsFrom } from '#core/places/drawing-wire.ts'
import { splitPart } from '#core/places/redraw-split.ts'
import { at, must } from '#testing/drawn-squares.ts'
import { type DrawnTown, openDrawnTown } from '#testing/drawn-town.ts'
import { codes } from '#testing/town.ts'

let t: DrawnTown
beforeAll(async () => {
  t = await openDrawnTown()
})

const command = () => ({ commandId: randomUUID(), code: codes.community })
const view = async () =>
  must(await (await t.as('gui')).call(readRedrawing, { code: codes.community }))

test('a keeper opens a draft, another keeper goes on with the same one', async () => {
  const [gui, qu] = [await t.as('gui'), await t.as('qu')]
  expect((await view()).draft).toBeNull()
  const opened = must(await gui.call(openRedrawing, command()))
  expect(must(await qu.call(openRedrawing, command()))).toEqual(opened)
  const { ground, draft } = await view()
  expect(ground).toMatchObject({ codeBegins: codes.community, digits: 3, schematic: true })
  expect(ground.codesTaken).toEqual([codes.grid, codes.grid2])
  expect(draft).toMatchObject({ id: opened.id, version: 1, stale: false, changedBy: '桂规则' })
  expect(draft?.parts.map((part) => part.was)).toEqual([codes.grid, codes.grid2])
})

test('two who save at once: one is told that it changed meanwhile, and nothing is lost', async () => {
  const { draft, ground } = await view()
  if (draft === null) throw new Error('there is a draft')
  const drawing = {
    outline: loopsFrom(ground.outline),
    parts: partsFrom(draft.parts),
    before: partsFrom(ground.before),
  }
  const line = [at(106.605, 29.5), at(106.605, 29.51)]
  const { parts } = must(splitPart(drawing, codes.grid, line))
  const saving = {
    id: draft.id,
    expectedVersion: draft.version,
    parts: flatParts(parts),
  }
  const answers = await Promise.all(
    ['gui', 'qu'].map(async (login) =>
      (await t.as(login)).call(saveRedrawing, { ...command(), ...saving }),
    ),
  )
  expect(answers.map((answer) => (answer.ok ? 'saved' : answer.refusal)).toSorted()).toEqual([
    'changed_meanwhile',
    'saved',
  ])
  expect((await view()).draft).toMatchObject({
    version: 2,
    parts: [{ key: 'new-1' }, { key: 'new-2' }, { key: codes.grid2 }],
  })
})

test('grids that others changed meanwhile make a draft stale', async () => {
  await t.owner.query(`update places.areas set name = '码头网格' where code = $1`, [codes.grid2])
  await t.app.places.refresh()
  expect((await view()).draft?.stale).toBe(true)
  await t.owner.query(`update places.areas set name = '第二网格' where code = $1`, [codes.grid2])
  await t.app.places.refresh()
  expect((await view()).draft?.stale).toBe(false)
})

test('given up, the grids are as they were and another draft may be opened', async () => {
  const gui = await t.as('gui')
  const { draft } = await view()
  const giving = { ...command(), id: draft!.id, expectedVersion: draft!.version }
  expect(await gui.call(dropRedrawing, giving)).toMatchObject({ ok: true })
  expect(await gui.call(dropRedrawing, { ...giving, commandId: randomUUID() })).toMatchObject({
    status: 404,
    refusal: 'no_draft',
  })
  expect((await view()).draft).toBeNull()
  expect(must(await gui.call(openRedrawing, command())).id).not.toBe(draft!.id)
})

test.each([
  ['the keeper of another district', 'yao', 'not_yours'],
  ['the secretary of the community', 'he', 'not_yours'],
  ['the street’s dispatcher', 'chen', 'not_yours'],
  ['the system administrator', 'sys', 'not_yours'],
])('%s reads and opens nothing', async (_who, login, refusal) => {
  const client = await t.as(login)
  expect(await client.call(readRedrawing, { code: codes.community })).toMatchObject({
    status: 403,
    refusal,
  })
  expect(await client.call(openRedrawing, command())).toMatchObject({ status: 403, refusal })
})

test.each([
  ['a street has no grids of its own', codes.street, 'not_a_community'],
  ['without an outline there is nothing to draw on', codes.neighbour, 'no_outline'],
  ['nowhere', '500108106009', 'no_such_area'],
])('%s', async (_what, code, refusal) => {
  expect(await (await t.as('gui')).call(readRedrawing, { code })).toMatchObject({ refusal })
})

test('outlines that overlap are put right by an import first', async () => {
  await t.owner.query(
    `update places.boundaries set geometry = jsonb_set(geometry, '{coordinates,0,0,0}', '106.607')
      where area_id = $1`,
    [t.town.area[codes.grid2]],
  )
  await t.app.places.refresh()
  expect(await (await t.as('gui')).call(readRedrawing, { code: codes.community })).toMatchObject({
    refusal: 'outlines_overlap',
  })
})
