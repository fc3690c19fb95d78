// Who may see a photo or a paper: staff who may see the case that shows it. A photo also the reporter, with a pass that
// is made from number and secret once, so that neither has to stand in the address of a picture.
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { reportedIt } from '#core/cases/case.ts'
import type { openPhotos as contract } from '#core/cases/contract-photos.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { toMs } from '#core/kit/time.ts'
import type { App, Who } from '../app.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'
import { findVoice } from './answers.ts'
import { readCase } from './store.ts'

type Asked = { hash: string; of?: string; pass?: string }

export async function mayReadPhoto(app: App, who: Who, asked: Asked): Promise<boolean> {
  if (asked.pass !== undefined) return fits(app, asked.hash, asked.pass)
  if (asked.of === undefined || !who.signedIn) return false
  const shown = await inScope(app.db, who.scope, (tx) =>
    firstOf(
      tx,
      // The policies leave only the cases this caller may see.
      sql<{ shown: boolean }>`
      select c.photos @> array[${asked.hash}]
             or exists (select from cases.proofs p
                         where p.community_id = c.community_id
                           and p.case_id = c.id
                           and array[${asked.hash}] <@ (p.photos_before || p.photos_after))
             or exists (select from cases.entries e
                         where e.community_id = c.community_id
                           and e.case_id = c.id
                           and (e.facts -> 'photos' ? ${asked.hash} or e.facts -> 'documents' ? ${asked.hash})) as shown
        from cases.cases c
       where c.number = ${asked.of}`,
    ),
  )
  return shown?.shown === true
}

/** Those of these photos that some case shows: for a room that wants to let them go. */
export async function photosOfCases(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  const rows = await rowsOf(
    tx,
    sql<{ hash: string }>`
    select h as hash
      from unnest(${hashes}::text[]) h
     where exists (select from cases.cases c where c.photos @> array[h])
        or exists (select from cases.proofs p where array[h] <@ (p.photos_before || p.photos_after))
        or exists (select from cases.entries e where e.facts -> 'photos' ? h)`,
  )
  return rows.map(({ hash }) => hash)
}

/** The reporter's own photos and those of the result; what staff noted among themselves is not among them. */
export async function openPhotos(
  app: App,
  input: InputOf<typeof contract>,
): Promise<Result<OutputOf<typeof contract>, 'no_such_case' | 'too_many_tries'>> {
  const voice = await findVoice(app, input.number, input.secret)
  if (!voice.ok) return voice
  const found = await inScope(app.db, voice.value.scope, (tx) => readCase(tx, input.number))
  if (found === null) return refused('no_such_case')
  const { file } = found
  const { actor } = voice.value
  // Whoever joined has no photos of his own here, and another's are not his to see.
  const own = actor.kind === 'voice' && reportedIt(file, actor.voice) ? file.photos : []
  const hashes = new Set([...own, ...file.proofs.flatMap((proof) => proof.photosAfter)])
  return done({ passes: [...hashes].map((hash) => ({ hash, pass: passFor(app, hash) })) })
}

const hourMs = 3_600_000

/** The same until the hour ends, so that a browser keeps what it has loaded. */
function passFor(app: App, hash: string): string {
  const until = (Math.floor(toMs(app.now()) / hourMs) + 2) * hourMs
  return `${until}.${signed(app, hash, until)}`
}

const signed = (app: App, hash: string, until: number): string =>
  app.keys.blindIndex('secret', `photo ${hash} ${until}`)

function fits(app: App, hash: string, pass: string): boolean {
  const [, until = '', signature = ''] = /^(\d{1,16})\.(.*)$/.exec(pass) ?? []
  if (Number(until) < toMs(app.now())) return false
  const [given, right] = [Buffer.from(signature), Buffer.from(signed(app, hash, Number(until)))]
  return given.length === right.length && timingSafeEqual(given, right)
}
