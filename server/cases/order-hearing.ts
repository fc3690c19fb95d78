// What the hotline says of an order after it was registered: a change is said in the journal of its case. Sent again after it
// was answered 重办, it is the reporter's own word: an objection or a reopening while the windows last, and the third time
// somebody above looks first, as for every reporter. Sent again after it was sent back, it contests that. Later
// another case goes on from it.
import type { CaseFile } from '#core/cases/case.ts'
import { decideContest } from '#core/cases/intake.ts'
import { type Heard, decideHeard, decideReporterSays } from '#core/cases/relay.ts'
import type { Decided } from '#core/cases/change.ts'
import type { Settings } from '#core/cases/rules.ts'
import { reopensAgain } from '#core/cases/voices.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { SystemActor } from '#core/people/actor.ts'
import type { App, Who } from '../app.ts'
import { type TakeNow, type Tx, once, rowsOf } from '../kit/db.ts'
import { sql } from 'kysely'
import { type Asked, reportWithin } from './report.ts'
import { settingsFor } from './settings.ts'
import { type Locked, lockCase, save } from './store.ts'
import { findLinked } from './voices.ts'

export const hotline: Words = { zh: '12345 热线', en: 'The 12345 hotline' }

type Desk = { id: number; path: string }
export type Hearing = {
  number: string
  commandId: string
  /** For the journal. */
  words: string
  isAgain: (answeredAt: string | null) => boolean
  /** Of the complaint that came again, should another case have to go on from the first. */
  report: Pick<Asked, 'externalId'> & { who: Who; input: Pick<Asked['input'], Said> }
}
type Said = 'commandId' | 'text' | 'urgent' | 'name' | 'phone'
export type HeardAs = { again: boolean; goesOn: string | null }

const job = { kind: 'job' } as const

export function hearFromHotline(
  app: App,
  desk: Desk,
  of: Hearing,
  also: (tx: Tx, heard: HeardAs) => Promise<unknown>,
): Promise<Result<HeardAs>> {
  const { number, commandId, words } = of
  const speaker = speakerOf(desk)
  const command = { commandId, content: { number, words } }
  return once<HeardAs, string>(app, speaker, job, command, async (tx, now) => {
    const locked = await lockCase(tx, number)
    if (locked === null) return refused('no_such_case')
    const { file } = locked
    const actor = { ...speaker, reported: file.id }
    const settings = await settingsFor(app, tx, file, { actor, now: now(file.lastAt) })
    const again = of.isAgain(endedAtOf(file))
    const heard = { from: hotline, status: again ? ('open' as const) : null, words }
    const { decided, opened } = saidOf(file, { actor, heard, again }, settings)
    // An archived case takes no word any more.
    if (decided.ok)
      await save(tx, {
        before: file,
        change: decided.value,
        beside: locked.beside,
        commandId,
        settings,
      })
    const tooLate = again && !opened && !reopensAgain(file, settings)
    const goesOn = tooLate ? await goOn(app, tx, speaker, { file, of, now }) : null
    await also(tx, { again, goesOn })
    app.journal.wake()
    return done({ again, goesOn })
  })
}

const speakerOf = (desk: Desk): SystemActor => ({
  kind: 'system',
  id: `orders:${desk.id}`,
  name: hotline.zh,
  scopes: ['orders'],
  areaId: desk.id,
  areaPath: desk.path,
})

type Saying = { actor: SystemActor; heard: Heard; again: boolean }

/** Whoever sends an order back may be contradicted once, within the days that every reporter has. */
function saidOf(
  file: CaseFile,
  { actor, heard, again }: Saying,
  settings: Settings,
): { decided: Decided; opened: boolean } {
  if (!again) return { decided: decideHeard(file, actor, heard, settings), opened: false }
  const said = { words: heard.words.slice(0, 500), onBehalf: null }
  const contested =
    file.state === 'NOT_ACCEPTED' ? decideContest(file, actor, said, settings) : null
  if (contested?.ok === true) return { decided: contested, opened: true }
  return { decided: decideReporterSays(file, actor, heard, settings), opened: false }
}

/** Since when it is answered or sent back; null while somebody works on it, or on what it was merged into. */
function endedAtOf({ state, rounds, refused, lastAt }: CaseFile): string | null {
  if (state === 'NOT_ACCEPTED') return refused?.at ?? lastAt
  if (state !== 'CLOSED' && state !== 'ARCHIVED') return null
  const closed = rounds.findLast(({ closedAt }) => closedAt !== null)
  return closed?.closedAt ?? refused?.at ?? lastAt
}

type GoingOn = { file: CaseFile; of: Hearing; now: TakeNow }

/** The case that goes on from it already, which then hears of it, or a new one at the same place. */
async function goOn(
  app: App,
  tx: Tx,
  speaker: SystemActor,
  { file, of, now }: GoingOn,
): Promise<string> {
  const linked = await findLinked(tx, file.number)
  const locked = linked === null ? null : await lockCase(tx, linked.number)
  if (locked !== null) {
    const settings = await settingsFor(app, tx, locked.file, {
      actor: speaker,
      now: now(locked.file.lastAt),
    })
    await hearInLinked(tx, speaker, { locked, settings, of })
    return locked.file.number
  }
  const { who, externalId, input } = of.report
  const asked: Asked = {
    who,
    linkedTo: file.number,
    ...(externalId !== undefined && { externalId }),
    input: {
      ...input,
      source: 'HOTLINE_12345',
      category: file.category,
      area: app.places.geography.get(file.filedAreaId).code,
      ...(file.point !== null && { point: file.point }),
    },
  }
  const [answer] = await reportWithin(app, tx, [asked], now)
  assert(answer?.ok === true, 'a complaint with words and the place of the first is never refused')
  return answer.value.number
}

async function hearInLinked(
  tx: Tx,
  speaker: SystemActor,
  { locked, settings, of }: { locked: Locked; settings: Settings; of: Hearing },
): Promise<void> {
  const { file, beside } = locked
  const actor = { ...speaker, reported: file.id }
  const heard = { from: hotline, status: 'open' as const, words: of.words }
  const decided = decideHeard(file, actor, heard, settings)
  const { commandId } = of
  // One command moves two cases: the entries of the second stand behind those of the first.
  if (decided.ok)
    await save(tx, { before: file, change: decided.value, beside, commandId, settings, place: 1 })
}

export type Standing = { number: string; text: string; answeredAt: string | null }

/** As endedAtOf: preview and hearing judge by one rule. */
const endedAt = sql`
           case c.state
                when 'NOT_ACCEPTED' then coalesce((c.refused ->> 'at')::timestamptz, c.last_at)
                when 'CLOSED'       then r.closed_at
                when 'ARCHIVED'     then coalesce(r.closed_at, (c.refused ->> 'at')::timestamptz, c.last_at)
            end as "answeredAt"`
const lastClosing = sql`
      left join lateral (select max(r.closed_at) as closed_at
                           from cases.rounds r
                          where r.community_id = c.community_id
                            and r.case_id = c.id) r on true`

/** The words of these cases, and since when they are answered, if they are: job scope. */
export const standingAmong = (tx: Tx, numbers: readonly string[]): Promise<Standing[]> =>
  rowsOf(
    tx,
    sql<Standing>`
    select c.number,
           c.text,
           ${endedAt}
      from cases.cases c ${lastClosing}
     where c.number = any (${[...numbers]}::text[])
     limit ${numbers.length}`,
  )

export type Carrying = Standing & { externalId: string; next: number }

/**
 * The newest case at or below this desk, or above it, that bears one of these outside numbers, or what that was merged into,
 * and what the next would be called (`ID (2)`): orders are forgotten, their cases stay.
 */
export const carryingAmong = (
  tx: Tx,
  desk: Desk,
  externalIds: readonly string[],
): Promise<Carrying[]> =>
  rowsOf(
    tx,
    sql<Carrying>`
    select distinct on (i.id)
           i.id as "externalId",
           c.number,
           o.text,
           (max(t.n) over (partition by i.id) + 1)::int as next,
           ${endedAt}
      from unnest(${[...externalIds]}::text[]) as i (id)
      join cases.cases  f on f.external_id = i.id
      join places.areas a on a.id = f.community_id
                         and (a.path ^@ ${desk.path} or ${desk.path} ^@ a.path)
     cross join generate_series(1, 20) as t (n)
      join cases.cases  o on o.external_id = case t.n when 1 then i.id else i.id || ' (' || t.n || ')' end
                         and o.community_id = f.community_id
      join cases.cases  c on c.number = case o.state when 'MERGED' then o.merged ->> 'into' else o.number end ${lastClosing}
     order by i.id, o.reported_at desc
     limit ${externalIds.length}`,
  )
