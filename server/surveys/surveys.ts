// The front door of a survey's life: list, read, write, open, next version, close. Each act leaves a step that says who,
// when and why.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { idsOfPath } from '#core/places/area.ts'
import type { SurveyHead } from '#core/surveys/contract-parts.ts'
import type * as contract from '#core/surveys/contract.ts'
import { type Questionnaire, allQuestions, estimatedMinutes } from '#core/surveys/question.ts'
import { mayOpen } from '#core/surveys/questionnaire-faults.ts'
import * as rules from '#core/surveys/survey.ts'
import type { App, Who } from '../app.ts'
import { type Command, type Scope, type TakeNow, type Tx, inScope, once } from '../kit/db.ts'
import { timeZoneAt } from '../places/index-of-places.ts'
import * as store from './store.ts'
import type { SurveyRow } from './store.ts'

export const spotOf = (row: Pick<SurveyRow, 'communityId' | 'areaPath'>) => ({
  areaId: row.communityId,
  areaPath: row.areaPath,
})

export const todayOf = (app: App, row: Pick<SurveyRow, 'areaPath'>, now = app.now()): string =>
  localDate(now, timeZoneAt(app, row.areaPath))

export function headOf(app: App, row: SurveyRow, questionnaire: Questionnaire | null): SurveyHead {
  const area = app.places.geography.get(row.communityId)
  const { id, title, state, answersBy, opensOn, closesOn, version } = row
  return {
    id,
    area: { code: area.code, name: area.name, nameEn: area.nameEn },
    title: questionnaire === null ? title : questionnaire.title,
    state,
    answersBy,
    opensOn,
    closesOn,
    version,
    minutes: questionnaire === null ? 1 : estimatedMinutes(questionnaire),
    questions: questionnaire === null ? 0 : allQuestions(questionnaire).length,
  }
}

export async function listSurveys(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listSurveys>,
): Promise<Result<OutputOf<typeof contract.listSurveys>, 'no_such_area'>> {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return refused('no_such_area')
  const limit = input.limit ?? 30
  const [at, id] = (input.after ?? '').split(' ')
  const before = at && id ? { at, id } : null
  const rows = await inScope(app.db, who.scope, (tx) =>
    store.listSurveys(tx, {
      areaIds: idsOfPath(area.path),
      under: area.path,
      state: input.state ?? null,
      before,
      limit: limit + 1,
    }),
  )
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return done({
    items: shown.map((row) => headOf(app, row, row.questionnaire)),
    next: rows.length > limit && last !== undefined ? `${last.createdAt} ${last.id}` : null,
    mayKeep: rules.mayKeep(who.actor, { areaId: area.id, areaPath: area.path }),
  })
}

export async function readSurvey(
  app: App,
  who: Who,
  { id, version }: InputOf<typeof contract.readSurvey>,
): Promise<Result<OutputOf<typeof contract.readSurvey>, 'no_such_survey'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await store.findSurvey(tx, id)
    if (row === null || row.version === null) return refused('no_such_survey')
    const found = await store.findVersion(tx, row, version ?? row.version)
    if (found === null || found.openedAt === null) return refused('no_such_survey')
    const { questionnaire } = found
    return done({ ...headOf(app, row, questionnaire), questionnaire })
  })
}

export async function readSurveyDesk(
  app: App,
  who: Who,
  { id, version }: InputOf<typeof contract.readSurveyDesk>,
): Promise<Result<OutputOf<typeof contract.readSurveyDesk>, 'no_such_survey'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await store.findSurvey(tx, id)
    if (row === null) return refused('no_such_survey')
    const keeps = rules.mayKeep(who.actor, spotOf(row))
    const versions = (await store.listVersions(tx, row)).filter(
      (each) => keeps || each.openedAt !== null,
    )
    const inForce = versions.find((each) => each.version === row.version)
    const asked = versions.find((each) => each.version === version)
    const shown = asked ?? (keeps ? versions[0] : inForce)
    if (shown === undefined) return refused('no_such_survey')
    const { questionnaire } = shown
    return done({
      ...headOf(app, row, questionnaire),
      questionnaire,
      shownVersion: shown.version,
      changedAt: shown.changedAt,
      versions: versions.map((each) => ({
        version: each.version,
        changedAt: each.changedAt,
        openedAt: each.openedAt,
      })),
      mayKeep: keeps,
      mayEnter: rules.mayEnter(who.actor, spotOf(row)),
      mixMin: row.mixMin,
    })
  })
}

export async function makeSurvey(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.makeSurvey>,
) {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return refused('no_such_area')
  if (!rules.mayKeep(who.actor, { areaId: area.id, areaPath: area.path }))
    return refused('not_yours')
  return once<{ id: string }, never>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      const id = app.newId()
      const at = now()
      const { questionnaire, answersBy } = input
      const row = { communityId: area.id, id, areaPath: area.path, title: questionnaire.title }
      await store.addSurvey(tx, { ...row, answersBy, at, by: who.actor.id })
      const survey = row as SurveyRow
      await store.addVersion(tx, survey, { version: 1, questionnaire, at, by: who.actor.id })
      await store.addStep(tx, survey, { step: 'made', at, by: who.actor.id })
      return done({ id })
    },
  )
}

type Held<T, R extends string> = (tx: Tx, row: SurveyRow, now: TakeNow) => Promise<Result<T, R>>

type Keeping = { app: App; who: Who; scope?: Scope; closes?: boolean }

/** One command of a survey's keeper, with its row held. Where rows are needed that staff do not read, a job's scope is given. */
export function keeping<T, R extends string>(
  { app, who, scope = who.scope, closes = false }: Keeping,
  command: Command<T> & { id: string },
  work: Held<T, R>,
): Promise<Result<T, R | 'no_such_survey' | 'not_yours' | 'command_reused'>> {
  return once<T, R | 'no_such_survey' | 'not_yours'>(
    app,
    who.actor,
    scope,
    command,
    async (tx, now) => {
      const seen = await store.findSurvey(tx, command.id)
      if (seen === null) return refused('no_such_survey')
      if (!rules.mayKeep(who.actor, spotOf(seen))) return refused('not_yours')
      if (closes) await store.holdClosing(tx, command.id)
      const row = await store.lockSurvey(tx, command.id)
      return row === null ? refused('no_such_survey') : work(tx, row, now)
    },
  )
}

export function saveQuestionnaire(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.saveQuestionnaire>,
) {
  const { id, version, questionnaire, changedAt } = input
  return keeping({ app, who }, { commandId, content: input, id }, async (tx, row, now) => {
    if (row.state === 'CLOSED') return refused('already_closed')
    const draft = await store.findVersion(tx, row, version)
    if (draft === null || draft.openedAt !== null) return refused('already_opened')
    if (draft.changedAt !== changedAt)
      return refused('changed_meanwhile', { current: { changedAt: draft.changedAt } })
    const at = now(draft.changedAt)
    await store.writeVersion(tx, row, { version, questionnaire, at, by: who.actor.id })
    if (row.state === 'DRAFT') await store.moveSurvey(tx, row, { title: questionnaire.title })
    await store.addStep(tx, row, { step: 'changed', at, by: who.actor.id, detail: { version } })
    return done({ version, changedAt: at })
  })
}

export function openSurvey(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.openSurvey>,
) {
  const { id, opensOn, closesOn } = input
  return keeping({ app, who }, { commandId, content: input, id }, async (tx, row, now) => {
    const [draft] = await store.listVersions(tx, row)
    if (draft === undefined) return refused('has_faults')
    const at = now()
    const { questionnaire, version } = draft
    const days = { questionnaire, opensOn, closesOn }
    const why = rules.whyCannotOpen(row, days, todayOf(app, row, at))
    if (why !== null) return refused(why)
    await store.markOpened(tx, row, { version, at })
    await store.moveSurvey(tx, row, { state: 'OPEN', opensOn, closesOn, version })
    const detail = { version, opensOn, closesOn }
    await store.addStep(tx, row, { step: 'opened', at, by: who.actor.id, detail })
    return done({ version })
  })
}

export function newVersion(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.newVersion>,
) {
  return keeping({ app, who }, { commandId, content: { id }, id }, async (tx, row, now) => {
    if (row.state !== 'OPEN') return refused('not_open')
    const [last] = await store.listVersions(tx, row)
    if (last === undefined || last.openedAt === null) return refused('already_drafted')
    const at = now()
    const version = last.version + 1
    await store.addVersion(tx, row, {
      version,
      questionnaire: last.questionnaire,
      at,
      by: who.actor.id,
    })
    await store.addStep(tx, row, { step: 'newVersion', at, by: who.actor.id, detail: { version } })
    return done({ version })
  })
}

export function openVersion(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.openVersion>,
) {
  const { id, version, reason } = input
  return keeping({ app, who }, { commandId, content: input, id }, async (tx, row, now) => {
    if (row.state !== 'OPEN') return refused('not_open')
    const draft = await store.findVersion(tx, row, version)
    if (draft === null || draft.openedAt !== null) return refused('already_opened')
    if (!mayOpen(draft.questionnaire)) return refused('has_faults')
    const at = now()
    await store.markOpened(tx, row, { version, at })
    await store.moveSurvey(tx, row, { version, title: draft.questionnaire.title })
    await store.addStep(tx, row, {
      step: 'opened',
      at,
      by: who.actor.id,
      reason,
      detail: { version },
    })
    return done({ version })
  })
}

export function extendSurvey(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.extendSurvey>,
) {
  const { id, closesOn, reason } = input
  return keeping({ app, who }, { commandId, content: input, id }, async (tx, row, now) => {
    const at = now()
    const why = rules.whyCannotExtend(row, closesOn, todayOf(app, row, at))
    if (why !== null) return refused(why)
    await store.moveSurvey(tx, row, { closesOn })
    const detail = { from: row.closesOn, closesOn }
    await store.addStep(tx, row, { step: 'extended', at, by: who.actor.id, reason, detail })
    return done({ closesOn })
  })
}

export function closeSurvey(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.closeSurvey>,
) {
  const { id, reason } = input
  const held = { app, who, closes: true }
  return keeping(held, { commandId, content: input, id }, async (tx, row, now) => {
    if (row.state !== 'OPEN') return refused('not_open')
    const at = now()
    await store.moveSurvey(tx, row, { state: 'CLOSED', closedAt: at })
    await store.addStep(tx, row, { step: 'closed', at, by: who.actor.id, reason })
    return done({ closedAt: at })
  })
}

export async function listSteps(
  app: App,
  who: Who,
  { id, limit = 50, after }: InputOf<typeof contract.listSteps>,
): Promise<Result<OutputOf<typeof contract.listSteps>, 'no_such_survey' | 'not_yours'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await store.findSurvey(tx, id)
    if (row === null) return refused('no_such_survey')
    if (!rules.mayKeep(who.actor, spotOf(row))) return refused('not_yours')
    const before = after === undefined ? null : Number(after)
    const rows = await store.listSteps(tx, row, { before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return done({ items: shown, next: rows.length > limit ? String(shown.at(-1)?.id) : null })
  })
}
