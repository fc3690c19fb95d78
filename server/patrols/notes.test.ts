// Liu walks the lane and jots down what there is to see: nobody else reads it, one press makes it a case, what becomes
// none is gone in a month.
import { beforeAll, expect, test } from 'vitest'
import { getCase } from '#core/cases/contract.ts'
import { dropNote, fileNote, keepNote, listNotes } from '#core/patrols/contract-notes.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { comes } from '#testing/town-life.ts'
import {
  type Staff,
  type Town,
  codes,
  commandId,
  keepPhoto,
  openTown,
  points,
} from '#testing/town.ts'
import { publishNotice } from '#core/notices/contract-board.ts'
import { boardPhotosAmong } from '#server/notices/board.ts'
import { forgetNotes, letGoNoteFiles } from './notes.ts'

let t: Town
let liu: Staff
beforeAll(async () => {
  t = await openTown()
  liu = await t.as('liu')
})

function got<T>(answer: { ok: true; value: T } | { ok: false }): T {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer.value
}

type Input = InputOf<typeof keepNote>
const keeps = (who: Staff, more: Partial<Input> = {}) =>
  who.call(keepNote, {
    commandId: commandId(),
    id: commandId(),
    kind: 'patrol',
    text: '三号梯坎扶手松了',
    area: codes.grid,
    photos: [],
    recordings: [],
    ...more,
  })
const texts = async (who: Staff) => got(await who.call(listNotes, {})).items.map(({ text }) => text)

test('a note is read by its author and by nobody else, whoever they are', async () => {
  got(await keeps(liu, { kind: 'listening', text: '几位老人说菜市坝路面滑' }))
  expect(await texts(liu)).toEqual(['几位老人说菜市坝路面滑'])
  for (const other of ['wu', 'he', 'chen', 'cao', 'sys'])
    expect(await texts(await t.as(other))).toEqual([])
  // Neither the hour nor the way is kept, and the words lie sealed.
  const rows = await t.owner.query<Record<string, unknown>>('select * from patrols.notes')
  expect(JSON.stringify(rows.rows)).not.toContain('菜市坝')
  expect(Object.keys(rows.rows[0] ?? {}).filter((name) => name.endsWith('_at'))).toEqual([])
})

test('one press makes it a case with words, place and photo; pressing again names the same', async () => {
  const photo = await keepPhoto(t)
  const note = got(await keeps(liu, { photos: [photo], point: points.lane, address: '三号梯坎' }))
  const { id } = note
  const filed = got(await liu.call(fileNote, { commandId: commandId(), id }))
  const again = got(await liu.call(fileNote, { commandId: commandId(), id }))
  expect(again).toEqual(filed)
  const view = got(await liu.call(getCase, { number: filed.number }))
  expect(view).toMatchObject({
    source: 'GRID_PATROL',
    text: '三号梯坎扶手松了',
    address: '三号梯坎',
    photos: [photo],
    point: points.lane,
  })
  const mine = got(await liu.call(listNotes, {})).items.find((one) => one.id === id)
  expect(mine).toMatchObject({ caseNumber: filed.number, text: '', photos: [] })
  const { rows } = await t.owner.query('select from cases.cases where number = $1', [filed.number])
  expect(rows.length).toBe(1)
})

test('numbers that lead to a person are refused, and so is nothing at all', async () => {
  const telephone = await keeps(liu, { text: '联系 138 0000 0000' })
  expect(telephone).toMatchObject({ status: 422, refusal: 'note_of_person' })
  expect(await keeps(liu, { text: ' ' })).toMatchObject({ status: 422, refusal: 'note_empty' })
  expect(await keeps(liu, { area: 'nowhere' })).toMatchObject({ refusal: 'no_such_area' })
})

test('another’s note is no note: neither a case nor thrown away', async () => {
  const { id } = got(await keeps(liu))
  const wu = await t.as('wu')
  for (const act of [fileNote, dropNote])
    expect(await wu.call(act, { commandId: commandId(), id })).toMatchObject({
      status: 404,
      refusal: 'no_such_note',
    })
  const photo = await keepPhoto(t)
  const shown = got(await keeps(liu, { photos: [photo] }))
  // The row is all this town keeps of a photo: a byte more than "none" is only said to whom it may be shown.
  const path = `/api/files/${photo}?of=note-${shown.id}`
  expect((await wu.send({ path })).status).toBe(404)
  got(await liu.call(dropNote, { commandId: commandId(), id }))
  expect(await liu.call(dropNote, { commandId: commandId(), id })).toMatchObject({ status: 404 })
})

test('what became no case is gone after a month, with its photos', async () => {
  const photo = await keepPhoto(t)
  got(await keeps(liu, { text: '到期就没有', photos: [photo] }))
  t.clock.advance(31 * 86_400)
  expect(await forgetNotes(t.app)).toBeGreaterThan(0)
  expect(await texts(await comes(t, 'liu'))).toEqual([])
  const kept = await t.owner.query(
    'select from files.files where hash = $1 and claimed_at is null',
    [photo],
  )
  expect(kept.rows.length).toBe(1)
})

const isFree = async (photo: string): Promise<boolean> =>
  (await t.owner.query('select from files.files where hash = $1 and claimed_at is null', [photo]))
    .rows.length === 1

test('thrown away before its time, a note leaves no picture behind, whoever is killed in between', async () => {
  const photo = await keepPhoto(t)
  const back = await comes(t, 'liu')
  const { id } = got(await keeps(back, { photos: [photo] }))
  got(await back.call(dropNote, { commandId: commandId(), id }))
  const { rows } = await t.owner.query<{ payload: { files: string[] } }>(
    `select j.payload
       from graphile_worker._private_jobs j
       join graphile_worker._private_tasks k on k.id = j.task_id
      where k.identifier = 'let_go_note_files'`,
  )
  const files = rows.flatMap(({ payload }) => payload.files)
  expect(files).toContain(photo)
  await letGoNoteFiles(t.app, files)
  await letGoNoteFiles(t.app, files)
  expect(await isFree(photo)).toBe(true)
})

test('a picture that hangs on the board by now stays when the note goes', async () => {
  const photo = await keepPhoto(t)
  got(await keeps(await comes(t, 'liu'), { photos: [photo] }))
  const day = t.clock.now().slice(0, 10)
  const wu = await comes(t, 'wu')
  got(
    await wu.call(publishNotice, {
      commandId: commandId(),
      code: codes.community,
      postId: commandId(),
      category: 'works',
      title: '梯坎在修',
      body: '请走另一边。',
      gridCode: null,
      fromOn: day,
      untilOn: day,
      photo,
      paper: null,
    }),
  )
  t.clock.advance(31 * 86_400)
  await forgetNotes(t.app, boardPhotosAmong)
  expect(await isFree(photo)).toBe(false)
})
