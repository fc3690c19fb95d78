// Who picked what, with what a reader needs to know of the survey, for rooms that count further.
import { sql } from 'kysely'
import type { Words } from '#core/kit/words.ts'
import { type Questionnaire, allQuestions } from '#core/surveys/question.ts'
import type { App } from '../app.ts'
import { type Tx, firstOf, inScope } from '../kit/db.ts'
import { type Picks, picksOf } from './results.ts'

export type PickedAnswers = Picks & {
  title: Words
  questionTitle: Words
  /** Households that were given a sheet; null where anybody may answer. */
  sent: number | null
}

type Head = {
  communityId: number
  version: number
  questionnaire: Questionnaire
  sent: number | null
}

/** Null: no such survey, no such question, or one of which nothing can be picked. */
export function pickedAnswers(
  app: App,
  asked: { surveyId: string; question: string },
): Promise<PickedAnswers | null> {
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const head = await findHead(tx, asked.surveyId)
    const question =
      head && allQuestions(head.questionnaire).find(({ code }) => code === asked.question)
    if (!head || !question) return null
    const picks = await picksOf(app, tx, asked)
    if (picks === null) return null
    return {
      ...picks,
      title: head.questionnaire.title,
      questionTitle: question.title,
      sent: head.sent,
    }
  })
}

/** With the version that was answered. */
const findHead = (tx: Tx, surveyId: string) =>
  firstOf(
    tx,
    sql<Head>`
    select s.community_id as "communityId",
           v.version,
           v.questionnaire,
           (select count(*)::int
              from surveys.codes c
             where c.community_id = s.community_id
               and c.survey_id = s.id
               and not c.void) as sent
      from surveys.surveys  s
      join surveys.versions v on v.community_id = s.community_id
                             and v.survey_id = s.id
                             and v.opened_at is not null
     where s.id = ${surveyId}
     order by v.version desc
     limit 1`,
  )
