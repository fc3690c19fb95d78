// What people say about living here, from results that were published: means of the rating questions with known codes.
import { sql } from 'kysely'
import { type Tx, firstOf } from '../kit/db.ts'

type Interval = [value: number, low: number, high: number]
type PublishedTable = {
  question: string
  by: unknown
  groups: { code: string; n: number | null; mean: { weighted: Interval } | null }[]
  lines: { code: string }[]
}

export type PublishedMean = {
  question: string
  /** Null: too few answered to say. */
  n: number | null
  interval: Interval | null
  /** The ends of the scale. */
  from: number
  to: number
}
export type PublishedMeans = { surveyId: string; publishedAt: string; means: PublishedMean[] }

/** The newest publication of this very area that holds one of these questions and was not taken back. */
export async function publishedMeans(
  tx: Tx,
  areaId: number,
  questions: readonly string[],
): Promise<PublishedMeans | null> {
  const found = await firstOf<{ surveyId: string; publishedAt: string; tables: PublishedTable[] }>(
    tx,
    sql`
    select p.survey_id         as "surveyId",
           p.published_at      as "publishedAt",
           p.results -> 'tables' as tables
      from surveys.publications p
     where p.community_id = ${areaId}
       and not exists (select from surveys.withdrawals w
                        where w.community_id = p.community_id
                          and w.survey_id = p.survey_id
                          and w.number = p.number)
       and exists (select from jsonb_array_elements(p.results -> 'tables') t
                    where t ->> 'question' = any(${[...questions]}::text[])
                      and jsonb_typeof(t -> 'by') = 'null')
     order by p.published_at desc
     limit 1`,
  )
  if (found === null) return null
  const means = questions.flatMap((question) => {
    const table = found.tables.find((each) => each.question === question && each.by === null)
    const all = table?.groups.find(({ code }) => code === '*')
    const scale = (table?.lines ?? []).map(({ code }) => Number(code)).filter(Number.isFinite)
    if (all === undefined || scale.length === 0) return []
    const ends = { from: Math.min(...scale), to: Math.max(...scale) }
    return [{ question, n: all.n, interval: all.mean?.weighted ?? null, ...ends }]
  })
  return { surveyId: found.surveyId, publishedAt: found.publishedAt, means }
}
