// 我的反映: reports gathered under a resident's account. Each is there by the secret that opens it, which whoever added it
// knew; the account adds a list and no right.
import { sql } from 'kysely'
import type { State } from '#core/cases/case.ts'
import type { MyReport } from '#core/cases/contract-mine.ts'
import type * as contract from '#core/cases/contract-mine.ts'
import { clockView } from '#core/cases/countdown.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { reportsMax } from '#core/people/resident.ts'
import type { App, Who } from '../app.ts'
import { type Tx, firstOf, inScope, rowsOf } from '../kit/db.ts'
import type { Call } from '../kit/http.ts'
import type { FieldPlace } from '../kit/seal-fields.ts'
import { residentOf } from '../people/resident-visit.ts'
import { findVoice } from './answers.ts'
import { categoryLabel, placeOf } from './case-view.ts'
import { type Row, clockFromRow } from './rows.ts'
import { settingsAt } from './settings.ts'

const job = { kind: 'job' } as const

export const reportPlace = (communityId: number, caseId: string, voice: number): FieldPlace => ({
  table: 'cases.resident_reports',
  column: 'secret',
  communityId,
  caseId,
  voice,
})

type Found = {
  communityId: number
  caseId: string
  voice: number
  sealedSecret: string
  number: string
  text: string | null
  category: string
  filedAreaId: number
  state: State
  reportedAt: string
  lastAt: string
  clock: Row | null
  key: string
}

export async function listMyReports(
  app: App,
  input: InputOf<typeof contract.listMyReports>,
  call: Call,
): Promise<Result<{ items: MyReport[]; next: string | null }>> {
  const resident = await residentOf(app, call)
  if (resident === null) return refused('not_signed_in')
  const limit = input.limit ?? 20
  const rows = await inScope(app.db, job, (tx) =>
    listJoined(tx, { residentId: resident.id, after: input.after ?? null, limit: limit + 1 }),
  )
  const shown = rows.slice(0, limit)
  return done({
    items: shown.map((row) => viewOf(app, row, app.now())),
    next: rows.length > limit ? (shown.at(-1)?.key ?? null) : null,
  })
}

/** Words are shown to whoever said them: the first voice of a case that came by the way it was reported. */
const listJoined = (tx: Tx, asked: { residentId: string; after: string | null; limit: number }) =>
  rowsOf<Found>(
    tx,
    sql`
    select r.community_id  as "communityId",
           r.case_id       as "caseId",
           r.voice,
           r.sealed_secret as "sealedSecret",
           c.number,
           case when v.serial = 1 and v.channel = c.source then c.text end as text,
           c.category,
           c.filed_area_id as "filedAreaId",
           c.state,
           c.reported_at   as "reportedAt",
           c.last_at       as "lastAt",
           to_jsonb(k)     as clock,
           to_char(c.last_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || c.number || '.' || r.voice as key
      from cases.resident_reports r
      join cases.cases            c on c.community_id = r.community_id
                                   and c.id = r.case_id
      join cases.voices           v on v.community_id = r.community_id
                                   and v.case_id = r.case_id
                                   and v.serial = r.voice
      left join cases.clocks      k on k.community_id = c.community_id
                                   and k.case_id = c.id
                                   and k.serial = c.shown_clock
     where r.resident_id = ${asked.residentId}
       and (${asked.after}::text is null
            or to_char(c.last_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || c.number || '.' || r.voice < ${asked.after})
     order by key desc
     limit ${asked.limit}`,
  )

function viewOf(app: App, row: Found, now: string): MyReport {
  const settings = settingsAt(app, row.filedAreaId, now)
  const { number, text, state, reportedAt, lastAt, clock } = row
  const shown =
    clock === null
      ? null
      : clockView({ ...clockFromRow(clock), leg: null, told: [] }, settings.calendar, now)
  return {
    number,
    secret: app.keys.open(row.sealedSecret, reportPlace(row.communityId, row.caseId, row.voice)),
    text,
    category: categoryLabel(settings, row.category),
    place: placeOf(app, row.filedAreaId),
    state,
    clock: shown,
    waitsFor: waitsFor(state, shown, text !== null),
    reportedAt,
    lastAt,
  }
}

/** A question is asked of the reporter; on the result every voice has a word while the window is open. */
function waitsFor(state: State, clock: MyReport['clock'], isOwn: boolean): MyReport['waitsFor'] {
  if (state === 'WAITING_REPORTER') return isOwn ? 'answer' : null
  const open = clock !== null && clock.kind === 'CONFIRM' && clock.endedAt === null
  return state === 'CLOSED' && open && clock.overdueAt === null ? 'confirm' : null
}

export async function joinReport(
  app: App,
  { number, secret }: InputOf<typeof contract.joinReport>,
  call: Call,
): Promise<Result<object>> {
  const resident = await residentOf(app, call)
  if (resident === null) return refused('not_signed_in')
  return addReport(app, resident.id, { number, secret })
}

async function addReport(
  app: App,
  residentId: string,
  { number, secret }: { number: string; secret: string },
): Promise<Result<object>> {
  const voice = await findVoice(app, number, secret)
  if (!voice.ok) return voice
  const { scope } = voice.value
  if (scope.kind !== 'voice') return refused('no_such_case')
  const { caseId, voice: serial } = scope
  return inScope(app.db, job, async (tx): Promise<Result<object>> => {
    if ((await countJoined(tx, residentId)) >= reportsMax) return refused('too_many_reports')
    const found = await firstOf<{ communityId: number }>(
      tx,
      sql`select c.community_id as "communityId" from cases.cases c where c.number = ${number}`,
    )
    if (found === null) return refused('no_such_case')
    const { communityId } = found
    const sealed = app.keys.seal(secret, reportPlace(communityId, caseId, serial))
    await sql`
      insert into cases.resident_reports (community_id, case_id, voice, resident_id, sealed_secret, joined_at)
      values (${communityId}, ${caseId}, ${serial}, ${residentId}, ${sealed}, ${app.now()})
          on conflict (community_id, case_id, voice, resident_id) do nothing`.execute(tx.k)
    return done({})
  })
}

async function countJoined(tx: Tx, residentId: string): Promise<number> {
  const row = await firstOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from cases.resident_reports where resident_id = ${residentId}`,
  )
  return row?.count ?? 0
}

export async function partReport(
  app: App,
  { number }: InputOf<typeof contract.partReport>,
  call: Call,
): Promise<Result<object>> {
  const resident = await residentOf(app, call)
  if (resident === null) return refused('not_signed_in')
  await inScope(app.db, job, (tx) =>
    sql`
      delete from cases.resident_reports r
       using cases.cases c
       where r.resident_id = ${resident.id}
         and c.community_id = r.community_id
         and c.id = r.case_id
         and c.number = ${number}`.execute(tx.k),
  )
  return done({})
}

type Receipt = { number: string; link: string | null }

/**
 * What a resident reports while signed in is on the list by itself. The report stands already: if the list cannot be
 * written its receipt still opens it, so that is told to the log and to nobody else.
 */
export async function keptWhenSignedIn<T extends Receipt>(
  app: App,
  { who, call }: { who: Who; call: Call },
  receipt: Result<T>,
): Promise<Result<T>> {
  if (!receipt.ok || who.actor.kind !== 'anyone' || receipt.value.link === null) return receipt
  const { number, link: secret } = receipt.value
  try {
    const resident = await residentOf(app, call)
    if (resident !== null) await addReport(app, resident.id, { number, secret })
  } catch (error) {
    app.log.error({ err: error, case: number }, 'a report was not put on the list of its resident')
  }
  return receipt
}
