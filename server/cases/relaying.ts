// The front door for a program that speaks for a unit which is another system: what it must know of a case to pass it on,
// and what comes back. It signs for the unit, writes down what it hears, and hands back what was not taken.
import { sql } from 'kysely'
import type { CaseFile, Leg } from '#core/cases/case.ts'
import { chain } from '#core/cases/case.ts'
import { decideReturn } from '#core/cases/dispatch.ts'
import { type Heard, decideHeard, decideTakenOn } from '#core/cases/relay.ts'
import type { SystemActor } from '#core/people/actor.ts'
import type { App } from '../app.ts'
import { type Tx, firstOf } from '../kit/db.ts'
import { type Also, move } from './moving.ts'
import { readCase } from './store.ts'

const job = { kind: 'job' } as const

/** A unit that is another system, as whoever speaks for it. */
export const speakerOf = (unit: { id: number; areaId: number; areaPath: string }): SystemActor => ({
  kind: 'system',
  id: `unit:${unit.id}`,
  name: '',
  scopes: [],
  areaId: unit.areaId,
  areaPath: unit.areaPath,
  speaksFor: unit.id,
})

export type Passing = Pick<
  CaseFile,
  | 'number'
  | 'communityId'
  | 'state'
  | 'category'
  | 'urgent'
  | 'text'
  | 'address'
  | 'point'
  | 'filedAreaId'
> & {
  legs: readonly Pick<Leg, 'serial' | 'receiver' | 'dispatchedAt' | 'endedAt' | 'howEnded'>[]
  open: number[]
}

/** Job scope: the case as it stands, with its lead legs and which of them are open. */
export async function readForPassing(tx: Tx, number: string): Promise<Passing | null> {
  const found = await readCase(tx, number)
  if (found === null) return null
  const { file } = found
  return {
    number: file.number,
    communityId: file.communityId,
    state: file.state,
    category: file.category,
    urgent: file.urgent,
    text: file.text,
    address: file.address,
    point: file.point,
    filedAreaId: file.filedAreaId,
    legs: file.legs.filter((leg) => leg.kind === 'lead'),
    open: chain(file).map((leg) => leg.serial),
  }
}

/** Why a check failed, which anybody may read on a public matter. */
export const reasonOf = async (
  tx: Tx,
  h: { communityId: number; caseId: string; version: number },
) =>
  (
    await firstOf<{ reason: string | null }>(
      tx,
      sql`
      select e.reason
        from cases.entries e
       where e.community_id = ${h.communityId}
         and e.case_id = ${h.caseId}
         and e.version = ${h.version}`,
    )
  )?.reason ?? null

type Hearing = { number: string; commandId: string; heard: Heard }

export const hearOf = (app: App, actor: SystemActor, of: Hearing, also?: Also) =>
  move(
    app,
    { actor, scope: job },
    { number: of.number, commandId: of.commandId, ...of.heard },
    (file, settings) => decideHeard(file, actor, of.heard, settings),
    also,
  )

export const takeOn = (app: App, actor: SystemActor, of: Hearing, also?: Also) =>
  move(
    app,
    { actor, scope: job },
    { number: of.number, commandId: of.commandId, ...of.heard },
    (file, settings) => decideTakenOn(file, actor, of.heard, settings),
    also,
  )

export const handBack = (
  app: App,
  actor: SystemActor,
  of: { number: string; commandId: string; words: string },
  also?: Also,
) =>
  move(
    app,
    { actor, scope: job },
    of,
    (file, settings) =>
      decideReturn(file, actor, { code: 'other', words: of.words, whose: null }, settings),
    also,
  )
