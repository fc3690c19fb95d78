// Somebody comes to a counter with a receipt, or reads its number and code on the telephone: what he says is his own word,
// whoever writes it down and wherever that is. The code opens it, as it does on his own telephone.
import type * as contract from '#core/cases/contract-by-code.ts'
import { decideConfirm, decideObject, decideRate, decideReopen } from '#core/cases/answers.ts'
import { codeAnswers, handledIt, servesResidents, writtenDown } from '#core/cases/by-code.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { currentRound } from '#core/cases/case.ts'
import type { Decided } from '#core/cases/change.ts'
import { decideContest } from '#core/cases/intake.ts'
import type { Settings } from '#core/cases/rules.ts'
import { lastClock } from '#core/cases/ticking.ts'
import { decideAnswer } from '#core/cases/waiting.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import type { App, Who } from '../app.ts'
import type { Ask } from '../kit/asks.ts'
import { inScope } from '../kit/db.ts'
import { findVoice } from './answers.ts'
import { movesOf } from './case-moves.ts'
import { categoryLabel, placeOf } from './case-view.ts'
import { type Moved, type Mover, move } from './moving.ts'
import { settingsAt } from './settings.ts'
import { heldIn, wantsCalls } from './contacts.ts'
import { listContacts } from './reads.ts'
import { readCase } from './store.ts'

/** Wrong codes an hour of one member of staff, over all numbers; those of one number are counted besides. */
const guessesOf = (personId: string): Ask => ({
  kind: 'wrong codes of',
  of: personId,
  limits: [{ most: 20, inSeconds: 3600 }],
})

type NoEntry = 'not_yours' | 'no_such_case' | 'too_many_tries'

export async function openedByCode(
  app: App,
  who: Who,
  { number, code }: { number: string; code: string },
): Promise<Result<Mover, NoEntry>> {
  if (!servesResidents(who.actor)) return refused('not_yours')
  return findVoice(app, number, code, [guessesOf(who.actor.id)])
}

export async function readByCode(
  app: App,
  who: Who,
  input: InputOf<typeof contract.readByCode>,
): Promise<Result<OutputOf<typeof contract.readByCode>>> {
  const voice = await openedByCode(app, who, input)
  if (!voice.ok) return voice
  const { actor, scope } = voice.value
  const found = await inScope(app.db, scope, async (tx) => {
    const locked = await readCase(tx, input.number)
    return locked && { file: locked.file, contacts: await listContacts(tx, locked.file) }
  })
  if (found === null) return refused('no_such_case')
  const { file, contacts } = found
  const settings = settingsAt(app, file.filedAreaId, app.now())
  const moves = movesOf(file, actor, settings, 'voices')
  return done({
    number: file.number,
    category: categoryLabel(settings, file.category),
    place: placeOf(app, file.filedAreaId),
    state: file.state,
    reportedAt: file.reportedAt,
    result: currentRound(file).closingWords,
    question: file.question,
    confirmBy: lastClock(file, 'CONFIRM')?.dueAt ?? null,
    contact: { ...heldIn(contacts, actor), calls: wantsCalls(file, actor) },
    answers: moves.flatMap(({ move: name, why }) => {
      const answer = codeAnswers.find((each) => each === name)
      return answer === undefined ? [] : [{ answer, why }]
    }),
    handled: handledIt(file, who.actor),
  })
}

export async function answerByCode(
  app: App,
  who: Who,
  input: InputOf<typeof contract.answerByCode>,
): Promise<Result<Moved>> {
  const voice = await openedByCode(app, who, input)
  if (!voice.ok) return voice
  const { code: _code, ...command } = input
  return move(app, voice.value, command, (file, settings) => {
    if (handledIt(file, who.actor)) return refused('own_work')
    const decided = decide(file, voice.value.actor, input, settings)
    return decided.ok ? done(writtenDown(decided.value, who.actor, input.way)) : decided
  })
}

function decide(
  file: CaseFile,
  by: Actor,
  input: InputOf<typeof contract.answerByCode>,
  s: Settings,
): Decided {
  const words = input.words ?? ''
  const said = { words, onBehalf: null }
  switch (input.answer) {
    case 'confirm':
      return decideConfirm(file, by, said, s)
    case 'object':
      return decideObject(file, by, said, s)
    case 'rate':
      return decideRate(file, by, { ...said, grade: input.grade ?? 0 }, s)
    case 'reopen':
      return decideReopen(file, by, { reason: words, onBehalf: null }, s)
    case 'answer':
      return decideAnswer(file, by, said, s)
    case 'contest':
      return decideContest(file, by, said, s)
  }
}
