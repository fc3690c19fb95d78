// Answering: alone by link or code, or with a worker beside. A sheet with a code is answered once by its code; one of a
// survey open to all, once by its command, in the name of nobody.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-answers.ts'
import type { Channel } from '#core/surveys/question.ts'
import { mayEnter } from '#core/surveys/survey.ts'
import type { App, Who } from '../app.ts'
import { inScope, once } from '../kit/db.ts'
import { isThereNow } from '../places/index-of-places.ts'
import {
  type OpenFault,
  type SheetFault,
  handIn,
  isRepeat,
  judgeSheet,
  openSheet,
  receiptOf,
} from './sheets.ts'
import { findSurvey, findVersion } from './store.ts'
import { headOf, spotOf } from './surveys.ts'

const intake = { kind: 'intake' } as const
const nobody = { id: 'open' }

type Found = OutputOf<typeof contract.findSheet>

export function findSheet(
  app: App,
  input: InputOf<typeof contract.findSheet>,
): Promise<Result<Found, OpenFault>> {
  return inScope(app.db, intake, async (tx) => {
    const opened = await openSheet(app, tx, input, { handsIn: false })
    if (!opened.ok) return opened
    const { row, code } = opened.value
    if (code?.used === true) return refused('code_used')
    const found = row.version === null ? null : await findVersion(tx, row, row.version)
    if (found === null) return refused('no_such_survey')
    const { questionnaire } = found
    const asksPlace = questionnaire.sections.some((section) =>
      section.questions.some(({ kind }) => kind === 'place'),
    )
    return done({
      ...headOf(app, row, questionnaire),
      questionnaire,
      places: asksPlace ? gridsOf(app, row.areaPath) : [],
    })
  })
}

const placesMax = 400

function gridsOf(app: App, path: string): Found['places'] {
  const isThere = isThereNow(app)
  return [...app.places.geography.all()]
    .filter((area) => area.level === 'grid' && area.path.startsWith(path) && isThere(area))
    .slice(0, placesMax)
    .map(({ code, name, nameEn }) => ({ code, name, nameEn }))
}

type Handed = {
  code: string | null
  survey: string | null
  version: number
  answers: InputOf<typeof contract.giveAnswers>['answers']
  commandId: string
  channel: Channel
}
type Receipt = Result<{ receipt: string }, OpenFault | SheetFault | 'command_reused'>

export function giveAnswers(
  app: App,
  who: Who,
  input: InputOf<typeof contract.giveAnswers>,
): Promise<Receipt> {
  const { code = null, survey = null, ...rest } = input
  return takeSheet(app, who, { ...rest, code, survey, channel: 'web' })
}

export async function assistAnswers(
  app: App,
  who: Who,
  input: InputOf<typeof contract.assistAnswers>,
): Promise<Receipt | Result<never, 'not_yours' | 'person_absent'>> {
  const { id, present, ...rest } = input
  const row = await inScope(app.db, intake, (tx) => findSurvey(tx, id))
  if (row === null) return refused('no_such_survey')
  if (!mayEnter(who.actor, spotOf(row))) return refused('not_yours')
  if (!present) return refused('person_absent')
  return takeSheet(app, who, { ...rest, survey: id, channel: 'assisted' })
}

/** The log of commands is used only where there is no code: it would know who sent the sheet of a code, and when. */
function takeSheet(app: App, who: Who, handed: Handed): Promise<Receipt> {
  const { commandId, code, survey, answers, ...rest } = handed
  const take = async (tx: Parameters<typeof openSheet>[1]) => {
    const opened = await openSheet(app, tx, { code, survey })
    if (!opened.ok) return opened
    if (isRepeat(opened.value, commandId)) return done({ receipt: receiptOf(commandId) })
    const { row } = opened.value
    const fit = await judgeSheet(app, tx, who, { row, answers, insist: true, ...rest })
    if (!fit.ok) return fit
    return handIn(app, tx, { ...opened.value, ...rest, answers: fit.value, commandId })
  }
  if (code !== null) return inScope(app.db, intake, take)
  return once(app, nobody, intake, { commandId, content: { survey } }, take)
}
