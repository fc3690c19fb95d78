// What the hotline says of an order after it was registered: a change is said in the journal of its case. Sent again after it
// was answered 重办, it is the reporter's own word: an objection or a reopening while the windows last, and the third time
// somebody above looks first, as for every reporter. Later another case goes on from it.
import type { CaseFile } from '#core/cases/case.ts'
import { decideHeard, decideReporterSays } from '#core/cases/relay.ts'
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
    const again = of.isAgain(answeredAtOf(file))
    const heard = { from: hotline, status: again ? ('open' as const) : null, words }
    const decided = again
      ? decideReporterSays(file, actor, heard, settings)
      : decideHeard(file, actor, heard, settings)
    // An archived case takes no word any more.
    if (decided.ok)
      await save(tx, {
        before: file,
        change: decided.value,
        beside: locked.beside,
        commandId,
        settings,
      })
    const tooLate = again && !reopensAgain(file, settings)
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

const answeredAtOf = ({ state, rounds }: CaseFile): string | null =>
  state === 'CLOSED' || state === 'ARCHIVED'
    ? (rounds.findLast(({ closedAt }) => closedAt !== null)?.closedAt ?? null)
    : null

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

/** The words of these cases, and since when they are answered, if they are: job scope. */
export const standingAmong = (tx: Tx, numbers: readonly string[]): Promise<Standing[]> =>
  rowsOf(
    tx,
    sql<Standing>`
    select c.number,
           c.text,
           case when c.state in ('CLOSED', 'ARCHIVED')
                then (select max(r.closed_at)
                        from cases.rounds r
                       where r.community_id = c.community_id
                         and r.case_id = c.id)
            end as "answeredAt"
      from cases.cases c
     where c.number = any (${[...numbers]}::text[])
     limit ${numbers.length}`,
  )
