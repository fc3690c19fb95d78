// What happens to surveys by itself: sheets are mixed on, what is over closes, what was kept long enough goes.
import { localDate } from '#core/kit/time.ts'
import { allQuestions } from '#core/surveys/question.ts'
import { forgetOn, isOver } from '#core/surveys/survey.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { timeZoneAt } from '../places/index-of-places.ts'
import { type AlsoShown, letGoForgotten, photosToForget } from './photos.ts'
import { addStep, holdClosing, listDue, listVersions, moveSurvey } from './store.ts'
import { forgetAnswers, listClosed, mix } from './store-sheets.ts'
import { todayOf } from './surveys.ts'

const job = { kind: 'job' } as const

/** Moves on what lies in the inbox in sufficient company. */
export function mixSheets(app: App): Promise<number> {
  const zone = app.places.geography.top()?.timeZone ?? 'Asia/Shanghai'
  return inScope(app.db, job, (tx) => mix(tx, localDate(app.now(), zone)))
}

export function closeOver(app: App): Promise<number> {
  return inScope(app.db, job, async (tx) => {
    const over = (await listDue(tx)).filter((row) => isOver(row, todayOf(app, row)))
    for (const row of over) {
      const at = app.now()
      await holdClosing(tx, row.id)
      await moveSurvey(tx, row, { state: 'CLOSED', closedAt: at })
      await addStep(tx, row, { step: 'closed', at, by: null, detail: { by: 'day' } })
    }
    return over.length
  })
}

/** Answers to a question are removed so many months after the close; the longest term of its versions counts. */
export async function forgetExpired(app: App, alsoShown: AlsoShown = nowhere): Promise<number> {
  const photos: string[] = []
  const forgotten = await inScope(app.db, job, async (tx) => {
    let sheets = 0
    for (const row of await listClosed(tx)) sheets += await forgetOf(app, tx, row, photos)
    return sheets
  })
  await letGoForgotten(app, photos, alsoShown)
  return forgotten
}

const nowhere: AlsoShown = () => Promise.resolve([])

type Closed = Awaited<ReturnType<typeof listClosed>>[number]

async function forgetOf(app: App, tx: Tx, row: Closed, photos: string[]): Promise<number> {
  const closedOn = localDate(row.closedAt, timeZoneAt(app, row.areaPath))
  const today = todayOf(app, row)
  const terms = new Map<string, number>()
  for (const { questionnaire } of await listVersions(tx, row))
    for (const { code, keepMonths } of allQuestions(questionnaire))
      terms.set(code, Math.max(keepMonths, terms.get(code) ?? 0))
  const codes = [...terms].filter(([, months]) => forgetOn(closedOn, months) <= today)
  if (codes.length === 0) return 0
  const questions = codes.map(([code]) => code)
  photos.push(...(await photosToForget(tx, row, questions)))
  const touched = await forgetAnswers(tx, row, questions)
  if (touched.length > 0) {
    const detail = { questions, sheets: touched.length }
    await addStep(tx, row, { step: 'forgotten', at: app.now(), by: null, detail })
  }
  return touched.length
}

export function addSurveyJobs(app: App, alsoShown: AlsoShown): void {
  app.jobs.tasks['mix_sheets'] = async () => void (await mixSheets(app))
  app.jobs.crons.push({ task: 'mix_sheets', match: '*/10 * * * *' })
  app.jobs.tasks['end_surveys'] = async () => {
    await closeOver(app)
    await forgetExpired(app, alsoShown)
    await mixSheets(app)
  }
  app.jobs.crons.push({ task: 'end_surveys', match: '20 19 * * *' })
}
