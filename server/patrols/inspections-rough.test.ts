// What hands of all kinds send to the rounds: days there are not, names of nothing, pages before the first, six at once.
import { beforeAll, describe, expect, test } from 'vitest'
import {
  importObjects,
  keepObject,
  keepPlan,
  listObjects,
  recordFound,
} from '#core/patrols/contract-inspections.ts'
import { keepNote } from '#core/patrols/contract-notes.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { must } from '#testing/survey-town.ts'
import { type Staff, type Town, codes, commandId, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
let liu: Staff
const community = { code: codes.community }

beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
  liu = await t.as('liu')
})

const keeps = (more: Partial<InputOf<typeof keepObject>> = {}) =>
  he.call(keepObject, {
    ...community,
    commandId: commandId(),
    id: commandId(),
    kind: 'lamp',
    name: '街口路灯',
    tag: null,
    point: null,
    ended: false,
    ...more,
  })
const plans = (more: Partial<InputOf<typeof keepPlan>> = {}) =>
  he.call(keepPlan, {
    ...community,
    commandId: commandId(),
    id: commandId(),
    area: codes.grid,
    name: '街口一圈',
    everyWeeks: 4,
    months: [],
    fromOn: '2026-03-02',
    stops: [commandId()],
    ended: false,
    ...more,
  })

describe('what cannot be is refused', () => {
  test('a plan from a day there is not', async () => {
    const { id } = must(await keeps())
    for (const fromOn of ['2026-02-29', '2026-13-01', '0000-01-01', '2026-04-31'])
      expect(await plans({ fromOn, stops: [id] })).toMatchObject({ status: 422 })
    must(await plans({ fromOn: '2028-02-29', stops: [id] }))
  })

  test('a name of blanks, of one letter, of one picture', async () => {
    const { id } = must(await keeps())
    for (const name of ['   ', ' a ', '💡']) {
      expect((await keeps({ name })).status).toBe(422)
      expect((await plans({ name, stops: [id] })).status).toBe(422)
      const text = `种类,名称\n路灯,${name}`
      expect(
        await he.call(importObjects, { ...community, commandId: commandId(), text }),
      ).toMatchObject({ refusal: 'lines_wrong', fields: { 2: 'name' } })
    }
    must(await keeps({ name: '💡💡' }))
  })
})

test('of six hands that give one tag at once, one has it and five hear so', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => keeps({ tag: 'T-06' })))
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual([
    '200',
    '409',
    '409',
    '409',
    '409',
    '409',
  ])
})

test('six tables with the same tags at once make each object once', async () => {
  const text = '种类,名称,编号\n路灯,甲灯,Z-1\n路灯,乙灯,Z-2'
  const back = '种类,名称,编号\n路灯,乙灯,Z-2\n路灯,甲灯,Z-1'
  const take = (table: string) =>
    he.call(importObjects, { ...community, commandId: commandId(), text: table })
  const answers = await Promise.all([text, back, text, back, text, back].map(take))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
})

test('a tag that went to another object takes nothing from the one that had it', async () => {
  const text = '种类,名称,编号\n路灯,老灯,R-1'
  must(await he.call(importObjects, { ...community, commandId: commandId(), text }))
  const all = async () => must(await he.call(listObjects, { ...community, limit: 200 })).items
  const old = (await all()).find(({ tag }) => tag === 'R-1')
  must(await keeps({ id: old?.id ?? '', name: '老灯', tag: 'R-2', expectedVersion: 1 }))
  const again = text.replace('老灯', '新灯')
  must(await he.call(importObjects, { ...community, commandId: commandId(), text: again }))
  const tags = new Map((await all()).map(({ tag, name }) => [tag, name]))
  expect([tags.get('R-1'), tags.get('R-2')]).toEqual(['新灯', '老灯'])
})

test('a fault told with one picture is a fault, and its case is named', async () => {
  const { id: object } = must(await keeps())
  const { id: plan } = must(await plans({ stops: [object] }))
  const asked = {
    code: codes.grid,
    plan,
    object,
    dueOn: '2026-03-02',
    result: 'fault' as const,
    words: '💡',
  }
  const finds = () => liu.call(recordFound, { ...asked, commandId: commandId() })
  const answers = await Promise.all(Array.from({ length: 6 }, finds))
  const numbers = answers.flatMap((one) => (one.ok ? [one.value.number] : []))
  expect(numbers.length).toBeGreaterThan(0)
  expect(new Set(numbers).size).toBe(1)
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
})

test('six notes with one id at once are one note', async () => {
  const id = commandId()
  const keep = () =>
    liu.call(keepNote, {
      commandId: commandId(),
      id,
      kind: 'patrol',
      text: '💡'.repeat(200),
      area: codes.grid,
      photos: [],
      recordings: [],
    })
  const answers = await Promise.all(Array.from({ length: 6 }, keep))
  expect(answers.map(({ status }) => String(status)).toSorted()).toEqual([
    '200',
    '409',
    '409',
    '409',
    '409',
    '409',
  ])
})
