// Answered photos: who keeps the survey may look at them, apart from the sheets they came with and only where enough sent
// one; when their months are over, the bytes go with the answer.
import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done } from '#core/kit/result.ts'
import type * as contract from '#core/surveys/contract-photos.ts'
import { type Question, allQuestions } from '#core/surveys/question.ts'
import type { App, Who } from '../app.ts'
import { photosOfCases } from '../cases/photos.ts'
import { letGoPhotos } from '../files/files.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { thresholdAt } from './columns-kept.ts'
import { keptSurvey } from './results.ts'
import { type SurveyRow, listVersions } from './store.ts'

const job = { kind: 'job' } as const
const photosMax = 400

type Of = { communityId: number; id: string }
type Found = { question: string; sheets: number; photos: string[] }

/** By hash: the order says nothing of when they came or with which sheet. */
const photosOf = (tx: Tx, { communityId, id }: Of, questions: readonly string[]) =>
  rowsOf(
    tx,
    sql<Found>`
    select q.code                                    as question,
           count(distinct a.sheet)::integer          as sheets,
           array_agg(distinct p.hash order by p.hash) as photos
      from surveys.answers a
     cross join unnest(${questions}::text[]) q(code)
     cross join jsonb_array_elements_text(case jsonb_typeof(a.answers -> q.code)
                                            when 'array' then a.answers -> q.code
                                            else '[]' end) p(hash)
     where a.community_id = ${communityId}
       and a.survey_id = ${id}
     group by q.code
     limit 200`,
  )

async function photoQuestions(tx: Tx, row: SurveyRow): Promise<Question[]> {
  const found = new Map<string, Question>()
  for (const { questionnaire } of await listVersions(tx, row))
    for (const question of allQuestions(questionnaire))
      if (question.kind === 'photo' && !found.has(question.code)) found.set(question.code, question)
  return [...found.values()]
}

export async function listAnsweredPhotos(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.listAnsweredPhotos>,
): Promise<Result<OutputOf<typeof contract.listAnsweredPhotos>, 'no_such_survey' | 'not_yours'>> {
  const survey = await keptSurvey(app, who, id)
  if (!survey.ok) return survey
  const row = survey.value
  const threshold = thresholdAt(app, row)
  return inScope(app.db, job, async (tx) => {
    const asked = await photoQuestions(tx, row)
    const codes = asked.map(({ code }) => code)
    const found = codes.length === 0 ? [] : await photosOf(tx, row, codes)
    return done({
      threshold,
      questions: asked.map(({ code, title, keepMonths }) => {
        const { sheets = 0, photos = [] } = found.find(({ question }) => question === code) ?? {}
        const few = sheets > 0 && sheets < threshold
        return {
          question: code,
          title,
          keepMonths,
          sheets: few ? null : sheets,
          photos: few ? [] : photos.slice(0, photosMax),
        }
      }),
    })
  })
}

/** For the door of photos: whether this caller may see this one as an answer to the survey. */
export async function mayReadAnsweredPhoto(
  app: App,
  who: Who,
  { surveyId, hash }: { surveyId: string; hash: string },
): Promise<boolean> {
  if (!who.signedIn) return false
  const listed = await listAnsweredPhotos(app, who, { id: surveyId })
  return listed.ok && listed.value.questions.some(({ photos }) => photos.includes(hash))
}

/** What these questions' answers show now, before they are forgotten. */
export async function photosToForget(tx: Tx, of: Of, questions: readonly string[]) {
  const found = await photosOf(tx, of, questions)
  return found.flatMap(({ photos }) => photos).filter((hash) => /^[0-9a-f]{64}$/.test(hash))
}

export type AlsoShown = (tx: Tx, hashes: readonly string[]) => Promise<string[]>

/** The bytes go, except of a photo that another answer, a case or a plan still shows. */
export const letGoForgotten = (app: App, hashes: readonly string[], alsoShown: AlsoShown) =>
  letGoPhotos(app, hashes, async (tx, held) => [
    ...(await answeredStill(tx, held)),
    ...(await photosOfCases(tx, held)),
    ...(await alsoShown(tx, held)),
  ])

const answeredStill = async (tx: Tx, hashes: readonly string[]): Promise<string[]> => {
  const rows = await rowsOf(
    tx,
    sql<{ hash: string }>`select h as hash from unnest(surveys.photos_used(${hashes}::text[])) h`,
  )
  return rows.map(({ hash }) => hash)
}
