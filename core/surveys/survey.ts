// A survey from draft to close, and who may do what with it. Dates are local days of the place that asks.
import type { Actor } from '#core/people/actor.ts'
import { type Spot, hasRight, hasRightWithin } from '#core/people/rights.ts'
import type { Questionnaire } from './question.ts'
import { mayOpen } from './questionnaire-faults.ts'

export const surveyStates = ['DRAFT', 'OPEN', 'CLOSED'] as const
export type SurveyState = (typeof surveyStates)[number]

/** One code a household, one a person, or anybody without a code: then nothing speaks for those who stayed away. */
export const answeredBy = ['household', 'person', 'anyone'] as const
export type AnsweredBy = (typeof answeredBy)[number]

export const stepKinds = [
  'made',
  'changed',
  'opened',
  'newVersion',
  'extended',
  'closed',
  'frameSet',
  'codesMade',
  'codesVoided',
  'reminded',
  'imported',
  'forgotten',
  'published',
  'withdrawn',
  'exported',
] as const
export type StepKind = (typeof stepKinds)[number]

export type Survey = {
  state: SurveyState
  answersBy: AnsweredBy
  opensOn: string | null
  closesOn: string | null
}

export const mayKeep = (actor: Actor, spot: Spot): boolean => hasRight(actor, 'keepSurveys', spot)
/** At the door, at the counter, and typing paper: also whoever works in a part of the area. */
export const mayEnter = (actor: Actor, spot: Spot): boolean =>
  hasRightWithin(actor, 'enterSurveys', spot)

export const daysOpenMax = 366

export function whyCannotOpen(
  survey: Survey,
  asked: { questionnaire: Questionnaire; opensOn: string; closesOn: string },
  today: string,
): 'not_a_draft' | 'has_faults' | 'day_past' | 'days_reversed' | 'too_long' | null {
  if (survey.state !== 'DRAFT') return 'not_a_draft'
  if (!mayOpen(asked.questionnaire)) return 'has_faults'
  return faultOfDays(asked, today)
}

function faultOfDays(
  { opensOn, closesOn }: { opensOn: string; closesOn: string },
  today: string,
): 'day_past' | 'days_reversed' | 'too_long' | null {
  if (opensOn < today) return 'day_past'
  if (closesOn < opensOn) return 'days_reversed'
  return daysBetween(opensOn, closesOn) > daysOpenMax ? 'too_long' : null
}

const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000

export function whyCannotExtend(
  survey: Survey,
  closesOn: string,
  today: string,
): 'not_open' | 'day_past' | 'too_long' | null {
  if (survey.state !== 'OPEN' || survey.opensOn === null) return 'not_open'
  if (closesOn < today) return 'day_past'
  return daysBetween(survey.opensOn, closesOn) > daysOpenMax ? 'too_long' : null
}

/** Null when answers are taken today. */
export function whyCannotAnswer(
  survey: Survey,
  today: string,
): 'not_yet_open' | 'already_closed' | null {
  if (survey.state === 'DRAFT' || survey.opensOn === null || survey.closesOn === null)
    return 'not_yet_open'
  if (survey.state === 'CLOSED' || today > survey.closesOn) return 'already_closed'
  return today < survey.opensOn ? 'not_yet_open' : null
}

/** Paper that was filled in time is typed in for some days after the last one; then the survey closes by itself. */
export const paperDaysAfter = 14

/** Null when a paper sheet may be typed in today. */
export function whyCannotType(
  survey: Survey,
  today: string,
): 'not_yet_open' | 'already_closed' | null {
  const why = whyCannotAnswer(survey, today)
  return why === 'already_closed' && survey.state === 'OPEN' ? null : why
}

/** Closes by itself today: the days for typing paper are over too. */
export function isOver(survey: Survey, today: string): boolean {
  return (
    survey.state === 'OPEN' &&
    survey.closesOn !== null &&
    daysBetween(survey.closesOn, today) > paperDaysAfter
  )
}

export function daysLeft(survey: Survey, today: string): number | null {
  return survey.state === 'OPEN' && survey.closesOn !== null
    ? daysBetween(today, survey.closesOn)
    : null
}

/** The day on which answers to a question kept so many months are removed. */
export function forgetOn(closedOn: string, keepMonths: number): string {
  const [year = 0, month = 1, day = 1] = closedOn.split('-').map(Number)
  const months = year * 12 + (month - 1) + keepMonths
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}-${two(Math.min(day, last))}`
}
