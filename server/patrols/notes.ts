// Notes of walks: kept by whoever made them, read by nobody else, a case with one press, gone by themselves.
import type * as contract from '#core/patrols/contract-notes.ts'
import type { NoteView } from '#core/patrols/contract-notes.ts'
import { heardOnly, noteDays, whyNotNoted } from '#core/patrols/note.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { assert, type Result, done, refused } from '#core/kit/result.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { App, Who } from '../app.ts'
import { attachToCase } from '../cases/handling.ts'
import { photosOfCases } from '../cases/photos.ts'
import { recordingsOfCases } from '../cases/recordings.ts'
import { reportCase } from '../cases/report.ts'
import { claimAnyFiles, claimPhotos, letGoPhotos, sortFiles } from '../files/files.ts'
import { type Tx, inScope, once } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { steadyId } from '../kit/steady-id.ts'
import { findArea, todayAt } from '../people/find-area.ts'
import * as store from './store-notes.ts'

export const notePlace = (communityId: number, id: string) => ({
  table: 'patrols.notes',
  column: 'sealed_note',
  communityId,
  caseId: id,
  voice: 0,
})

/** What is said and where, in one sealed value: no row says who was where. */
type Said = Pick<NoteView, 'text' | 'address' | 'point'>

const sealed = (app: App, communityId: number, id: string, said: Said): string =>
  app.keys.seal(JSON.stringify(said), notePlace(communityId, id))
const opened = (app: App, { sealedNote, communityId, id }: store.NoteRow): Said =>
  JSON.parse(app.keys.open(sealedNote, notePlace(communityId, id))) as Said

function viewOf(app: App, row: store.NoteRow): NoteView {
  const { id, kind, photos, recordings, notedOn, expiresOn, caseNumber } = row
  return {
    id,
    kind,
    ...opened(app, row),
    area: app.places.geography.get(row.areaId).code,
    photos,
    recordings,
    notedOn,
    expiresOn,
    caseNumber,
  }
}

export async function listNotes(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listNotes>,
): Promise<Result<OutputOf<typeof contract.listNotes>, never>> {
  const [skip, limit] = [skippedBefore(input.after), input.limit ?? 50]
  if (who.actor.kind !== 'person') return done({ items: [], next: null })
  const personId = who.actor.id
  const rows = await inScope(app.db, who.scope, (tx) =>
    store.listOwn(tx, { personId, skip, limit: limit + 1 }),
  )
  const next = rows.length > limit ? String(skip + limit) : null
  return done({ items: rows.slice(0, limit).map((row) => viewOf(app, row)), next })
}

type Keep = InputOf<typeof contract.keepNote>

const saidIn = ({ text, address, point }: Omit<Keep, 'commandId'>): Said => ({
  text: text.trim(),
  address: address?.trim() ?? null,
  point: point ?? null,
})

export async function keepNote(app: App, who: Who, { commandId, ...input }: Keep) {
  if (who.actor.kind !== 'person') return refused('not_yours')
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  const fault = whyNotNoted(input)
  if (fault !== null) return refused(fault)
  const community = app.places.geography.communityOf(area) ?? area
  const today = todayAt(app, area)
  const row: store.NoteRow = {
    communityId: community.id,
    id: input.id,
    personId: who.actor.id,
    kind: input.kind,
    sealedNote: sealed(app, community.id, input.id, saidIn(input)),
    areaId: area.id,
    photos: input.photos,
    recordings: input.recordings,
    notedOn: today,
    expiresOn: nextDate(today, noteDays),
    caseNumber: null,
  }
  type No = 'note_exists' | 'no_such_photo' | 'no_such_file'
  const command = { commandId, content: input }
  return once<NoteView, No>(app, who.actor, who.scope, command, async (tx, now) => {
    const at = now()
    if ((await claimPhotos(tx, row.photos, at)).missing.length > 0) return refused('no_such_photo')
    if (!(await claimsSpeech(tx, row.recordings, at))) return refused('no_such_file')
    const added = await store.addNote(tx, row)
    return added.length === 0 ? refused('note_exists') : done(viewOf(app, row))
  })
}

async function claimsSpeech(tx: Tx, hashes: string[], at: string): Promise<boolean> {
  const { recordings } = await sortFiles(tx, hashes)
  if (recordings.length < new Set(hashes).size) return false
  return (await claimAnyFiles(tx, hashes, at)).missing.length === 0
}

const findOwn = (app: App, who: Who, id: string) =>
  inScope(app.db, who.scope, (tx) => store.lockNote(tx, who.actor.id, id))

type NotFiled = 'not_yours' | 'no_such_note' | 'no_such_photo' | 'no_such_area'

/** The case is the note's, whoever presses how often: its report has one command id for ever. */
export async function fileNote(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.fileNote>,
): Promise<Result<OutputOf<typeof contract.fileNote>, NotFiled>> {
  if (who.actor.kind !== 'person') return refused('not_yours')
  const row = await findOwn(app, who, id)
  if (row === null) return refused('no_such_note')
  if (row.caseNumber !== null) return done({ id, number: row.caseNumber })
  const note = viewOf(app, row)
  const bare = note.text === '' && note.photos.length === 0
  const receipt = await reportCase(app, who, {
    commandId: steadyId('note', id),
    text: bare ? heardOnly : note.text,
    area: note.area,
    photos: note.photos,
    ...(note.address === null ? {} : { address: note.address }),
    ...(note.point === null ? {} : { point: note.point }),
  })
  if (!receipt.ok)
    return refused(receipt.refusal === 'no_such_photo' ? 'no_such_photo' : 'no_such_area')
  const { number } = receipt.value
  // Beyond one's own grid a case takes no voice of this author: the note goes on holding it.
  const recordings = (await speaks(app, who, id, number, note.recordings)) ? [] : note.recordings
  const sealedNote = sealed(app, row.communityId, id, { text: '', address: null, point: null })
  await inScope(app.db, who.scope, (tx) =>
    store.markFiled(tx, { ...row, sealedNote, recordings, caseNumber: number }),
  )
  return done({ id, number })
}

async function speaks(app: App, who: Who, id: string, number: string, files: string[]) {
  if (files.length === 0) return true
  const said = { number, commandId: steadyId('note voice', id), files, words: '' }
  return (await attachToCase(app, who, said)).ok
}

export async function dropNote(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.dropNote>,
): Promise<Result<{ id: string }, 'not_yours' | 'no_such_note' | 'command_reused'>> {
  if (who.actor.kind !== 'person') return refused('not_yours')
  const command = { commandId, content: { id } }
  return once(app, who.actor, who.scope, command, async (tx) => {
    const row = await store.lockNote(tx, who.actor.id, id)
    if (row === null) return refused('no_such_note')
    await store.deleteNote(tx, row)
    await letGoSoon(tx, [...row.photos, ...row.recordings])
    return done({ id })
  })
}

/** A picture or a voice note of one's own note. */
export async function mayReadOfNote(
  app: App,
  who: Who,
  { hash, of }: { hash: string; of: string },
): Promise<boolean> {
  const id = /^note-([0-9a-f-]{36})$/.exec(of)?.[1]
  const row = id === undefined || !who.signedIn ? null : await findOwn(app, who, id)
  return row !== null && [...row.photos, ...row.recordings].includes(hash)
}

/** Which of these files rooms to the right show: a picture of a walk may hang on the board by now. */
export type AlsoShown = (tx: Tx, hashes: readonly string[]) => Promise<string[]>
const nowhere: AlsoShown = () => Promise.resolve([])

/** Noted in the transaction that deletes the note: whoever is killed behind it leaves no picture for ever. */
const letGoSoon = async (tx: Tx, files: readonly string[]): Promise<void> => {
  if (files.length > 0) await addJob(tx, { task: 'let_go_note_files', payload: { files } })
}

/** Job: what hung on notes that are gone, and hangs on nothing else. */
export const letGoNoteFiles = (
  app: App,
  files: readonly string[],
  alsoShown: AlsoShown = nowhere,
) =>
  letGoPhotos(app, files, async (tx, hashes) => [
    ...(await stillShown(tx, hashes)),
    ...(await alsoShown(tx, hashes)),
  ])

/** Job: notes whose month is over, with what hangs on them and on nothing else. Answers how many went. */
export async function forgetNotes(app: App, alsoShown: AlsoShown = nowhere): Promise<number> {
  const zone = app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'
  let gone = 0
  for (;;) {
    const { rows, files } = await inScope(app.db, { kind: 'job' }, async (tx) => {
      const over = await store.deleteExpired(tx, localDate(app.now(), zone))
      const hung = [...new Set(over.flatMap((row) => row.files))]
      await letGoSoon(tx, hung)
      return { rows: over, files: hung }
    })
    await letGoNoteFiles(app, files, alsoShown)
    gone += rows.length
    if (rows.length === 0) return gone
    assert(rows.length <= 200, 'notes go in batches')
  }
}

const stillShown = async (tx: Tx, hashes: readonly string[]): Promise<string[]> => [
  ...(await photosOfCases(tx, hashes)),
  ...(await recordingsOfCases(tx, hashes)),
  ...(await store.filesAmong(tx, hashes)).map(({ hash }) => hash),
]
