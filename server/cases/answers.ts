// The reporter's side: who holds number and secret, and what he may say. Staff may write it down for him (代办), then
// the journal says so. Every wrong number or secret gets the same answer.

import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { decideConfirm, decideObject, decideRate, decideReopen } from '#core/cases/answers.ts'
import type { Decided } from '#core/cases/change.ts'
import type { CaseFile } from '#core/cases/case.ts'
import type { giveAnswer as contract } from '#core/cases/contract-report.ts'
import { decideContest } from '#core/cases/intake.ts'
import type { Settings } from '#core/cases/rules.ts'
import { decideUrge } from '#core/cases/urging.ts'
import { decideAnswer } from '#core/cases/waiting.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { voiceActor } from '#core/people/actor.ts'
import type { Actor, VoiceActor } from '#core/people/actor.ts'
import type { App, Who } from '../app.ts'
import { type Ask, countWrong, triedEnough } from '../kit/asks.ts'
import { type Tx, firstOf, inScope } from '../kit/db.ts'
import { move } from './moving.ts'
import type { Moved, Mover } from './moving.ts'
import { isShort, secretHash } from './secrets.ts'

/** Wrong short codes an hour for one number, whoever tries them; the link's secret cannot be guessed at all. */
const guessesAt = (number: string): Ask => ({
  kind: 'wrong code for',
  of: number,
  limits: [{ most: 8, inSeconds: 3600 }],
})

/**
 * Whose secret this is; a wrong number and a wrong secret are answered alike, and counted alike: for the number, and for
 * whom else the caller counts. Counted in the database, so that two processes and a restart count as one.
 */
export function findVoice(
  app: App,
  number: string,
  secret: string,
  besides: readonly Ask[] = [],
): Promise<Result<Mover, 'no_such_case' | 'too_many_tries'>> {
  const short = isShort(secret)
  const counted = [...besides, ...(short ? [guessesAt(number)] : [])]
  return inScope(
    app.db,
    { kind: 'job' },
    async (tx): Promise<Result<Mover, 'no_such_case' | 'too_many_tries'>> => {
      if (await triedEnough(app, tx, counted)) return refused('too_many_tries')
      const column = short ? sql`v.secret_hash` : sql`v.link_hash`
      const voice = await readVoice(app, tx, { number, secret, column })
      if (voice !== null) return done(voice)
      await countWrong(app, tx, counted)
      return refused('no_such_case')
    },
  )
}

type Sought = { number: string; secret: string; column: RawBuilder<unknown> }

async function readVoice(
  app: App,
  tx: Tx,
  { number, secret, column }: Sought,
): Promise<Mover | null> {
  const hash = secretHash(app.keys, number, secret)
  const row = await firstOf(
    tx,
    sql<{ caseId: string; serial: number }>`
        select v.case_id as "caseId",
               v.serial
          from cases.cases  c
          join cases.voices v on v.community_id = c.community_id
                             and v.case_id = c.id
         where c.number = ${number}
           and ${column} = ${hash}
         limit 1`,
  )
  if (row === null) return null
  return {
    actor: voiceActor(row.caseId, row.serial),
    scope: { kind: 'voice', caseId: row.caseId, voice: row.serial },
  }
}

/** The voice of a merged case speaks about the one it was merged into as one that joined it. */
export const asJoined = (by: Actor, parent: CaseFile): VoiceActor => ({
  kind: 'voice',
  id: by.id,
  caseId: parent.id,
  voice: 0,
})

type Input = InputOf<typeof contract>

export async function giveAnswer(app: App, who: Who, input: Input): Promise<Result<Moved>> {
  const found =
    input.secret === undefined
      ? staffMover(who, input)
      : await findVoice(app, input.number, input.secret)
  if (!found.ok) return found
  const mover = found.value
  const { secret: _secret, ...command } = input
  return move(app, mover, command, (file, settings) => decide(file, mover.actor, input, settings))
}

/** Without the secret only signed-in staff speak, and say how the reporter told them. */
function staffMover(who: Who, input: Input): Result<Mover, 'no_such_case'> {
  if (!who.signedIn || (input.onBehalf ?? '').trim() === '') return refused('no_such_case')
  return done({ actor: who.actor, scope: who.scope })
}

function decide(file: CaseFile, by: Actor, input: Input, settings: Settings): Decided {
  const words = input.words ?? ''
  const onBehalf = by.kind === 'voice' ? null : (input.onBehalf ?? null)
  switch (input.answer) {
    case 'confirm':
      return decideConfirm(file, by, { onBehalf }, settings)
    case 'object':
      return decideObject(file, by, { words, onBehalf }, settings)
    case 'rate':
      return decideRate(file, by, { grade: input.grade ?? 0, words, onBehalf }, settings)
    case 'reopen':
      return decideReopen(file, by, { reason: words, onBehalf }, settings)
    case 'answer':
      return decideAnswer(file, by, { words, onBehalf }, settings)
    case 'contest':
      return decideContest(file, by, { words, onBehalf }, settings)
    case 'urge':
      return decideUrge(file, by, { words, onBehalf }, settings)
  }
}
