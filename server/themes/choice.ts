// One choice from its opening to the frozen evidence. The page lays out candidates; nothing here decides.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { hasRight } from '#core/people/rights.ts'
import type * as contract from '#core/themes/contract-choice.ts'
import type { ChoiceView, EvidenceView } from '#core/themes/contract-choice.ts'
import { type Weights, areWeights, reweighed } from '#core/themes/score.ts'
import type { App, Who } from '../app.ts'
import { inScope, once } from '../kit/db.ts'
import { candidatesNow } from './candidates.ts'
import { digestsOf, isWhole } from './digest.ts'
import { askedFacts } from './facts.ts'
import { aboutChoice, areaOf, keptArea, nameOf } from './keeper.ts'
import * as store from './store-choice.ts'
import { findLiveTheme } from './store-programme.ts'

type Keeper = { app: App; who: Who }

export function listChoices(
  { app, who }: Keeper,
  input: InputOf<typeof contract.listThemeChoices>,
): Promise<Result<OutputOf<typeof contract.listThemeChoices>, 'no_such_area' | 'not_yours'>> {
  const area = app.places.geography.findByCode(input.area)
  if (area === null) return Promise.resolve(refused('no_such_area'))
  if (!hasRight(who.actor, 'readFigures', { areaId: area.id, areaPath: area.path }))
    return Promise.resolve(refused('not_yours'))
  const limit = input.limit ?? 50
  const after = Math.max(0, Number(input.after ?? 0) || 0)
  return inScope(app.db, who.scope, async (tx) => {
    const rows = await store.listChoices(tx, { path: area.path, limit: limit + 1, after })
    const items = rows.slice(0, limit).map((row) => choiceView(app, row))
    return done({ items, next: rows.length > limit ? String(after + limit) : null })
  })
}

export function choiceView(app: App, row: store.ListedChoice): ChoiceView {
  const { communityId, ...rest } = row
  return { ...rest, community: nameOf(areaOf(app, communityId)) }
}

export function openChoice(
  { app, who }: Keeper,
  { commandId, ...input }: InputOf<typeof contract.openThemeChoice>,
) {
  const kept = keptArea({ app, who }, input.community)
  if (!kept.ok) return Promise.resolve(kept)
  const area = kept.value
  const { surveyId, question } = input
  return once<{ id: string }, 'not_a_community' | 'already_open' | 'theme_alive' | 'half_a_survey'>(
    app,
    who.actor,
    who.scope,
    { commandId, content: input },
    async (tx, now) => {
      if (!app.places.geography.isCommunity(area)) return refused('not_a_community')
      if ((surveyId === null) !== (question === null)) return refused('half_a_survey')
      if ((await store.findOpenChoice(tx, area.id)) !== null) return refused('already_open')
      const alive = await findLiveTheme(tx, area.id)
      if (alive !== null) return refused('theme_alive')
      const row = { communityId: area.id, id: app.newId(), surveyId, question }
      await store.addChoice(tx, { ...row, by: who.actor.id, at: now() })
      return done({ id: row.id })
    },
  )
}

export function setSurvey(keeper: Keeper, input: InputOf<typeof contract.setThemeSurvey>) {
  return aboutChoice<{ id: string }, 'choice_ended' | 'no_such_survey'>(
    keeper,
    input,
    async ({ tx, row }) => {
      if (row.endedAt !== null) return refused('choice_ended')
      const found = await askedFacts(keeper.app, input)
      if (found === null) return refused('no_such_survey')
      await store.setSurvey(tx, row, input)
      return done({ id: row.id })
    },
  )
}

type Tried = { need?: number; resources?: number; structure?: number }

/** Null: nothing else was tried. */
function triedOf({ need, resources, structure }: Tried): Weights | 'not_a_hundred' | null {
  if (need === undefined && resources === undefined && structure === undefined) return null
  const weights = { need: need ?? 0, resources: resources ?? 0, structure: structure ?? 0 }
  return areWeights(weights) ? weights : 'not_a_hundred'
}

export async function readChoice(
  { app, who }: Keeper,
  { id, ...input }: InputOf<typeof contract.readThemeChoice>,
): Promise<
  Result<
    OutputOf<typeof contract.readThemeChoice>,
    'no_such_choice' | 'not_yours' | 'not_a_hundred'
  >
> {
  const tried = triedOf(input as Tried)
  const found = await inScope(app.db, who.scope, async (tx) => {
    const row = await store.findListed(tx, id)
    if (row === null) return null
    const key = [row.communityId, row.id] as const
    return {
      row,
      frozen: await store.listFrozen(tx, ...key),
      whatIfs: await store.listWhatIfs(tx, ...key),
    }
  })
  if (found === null) return refused('no_such_choice')
  if (tried === 'not_a_hundred') return refused('not_a_hundred')
  const { row, frozen, whatIfs } = found
  return done({
    choice: choiceView(app, row),
    now: await candidatesNow(app, row, tried),
    frozen,
    whatIfs,
  })
}

export function publishChoice(keeper: Keeper, input: InputOf<typeof contract.publishThemeChoice>) {
  return aboutChoice<{ id: string; publicAt: string }, 'choice_ended' | 'already_public'>(
    keeper,
    input,
    async ({ tx, row, now }) => {
      if (row.endedAt !== null) return refused('choice_ended')
      if (row.publicAt !== null) return refused('already_public')
      await store.setPublic(tx, row, { by: keeper.who.actor.id, at: now() })
      return done({ id: row.id, publicAt: now() })
    },
  )
}

export function giveUpChoice(keeper: Keeper, input: InputOf<typeof contract.giveUpThemeChoice>) {
  return aboutChoice<{ id: string }, 'choice_ended'>(keeper, input, async ({ tx, row, now }) => {
    if (row.endedAt !== null) return refused('choice_ended')
    const end = { kind: 'givenUp', reason: input.reason } as const
    await store.endChoice(tx, row, { ...end, by: keeper.who.actor.id, at: now() })
    return done({ id: row.id })
  })
}

type Frozen = { id: string; sha256: string; frozenAt: string }

/** Counted before the transaction of the act begins: one request holds one connection at a time. */
async function countedFor(app: App, id: string) {
  const row = await inScope(app.db, { kind: 'job' }, (tx) => store.findChoice(tx, id))
  return row === null || row.endedAt !== null ? null : candidatesNow(app, row, null)
}

export async function freezeEvidence(
  keeper: Keeper,
  input: InputOf<typeof contract.freezeThemeEvidence>,
) {
  const { app, who } = keeper
  const content = await countedFor(app, input.id)
  return aboutChoice<Frozen, 'choice_ended' | 'no_answers' | 'no_resources'>(
    keeper,
    input,
    async ({ tx, row, now }) => {
      if (row.endedAt !== null || content === null) return refused('choice_ended')
      if (content.survey === null || content.survey.n === 0) return refused('no_answers')
      if (content.reached.length === 0) return refused('no_resources')
      const made = { id: app.newId(), choiceId: row.id, content, ...digestsOf(content) }
      const of = { communityId: row.communityId, by: who.actor.id, frozenAt: now() }
      await store.addEvidence(tx, { ...made, ...of })
      return done({ id: made.id, sha256: made.sha256, frozenAt: of.frozenAt })
    },
  )
}

export function evidenceView(row: store.EvidenceRow): EvidenceView {
  return { ...row, whole: isWhole(row.content, row) }
}

export async function keepWhatIf(keeper: Keeper, input: InputOf<typeof contract.keepThemeWhatIf>) {
  const { app, who } = keeper
  const content = await countedFor(app, input.id)
  return aboutChoice<{ id: string }, 'choice_ended' | 'not_a_hundred'>(
    keeper,
    input,
    async ({ tx, row, now }) => {
      if (row.endedAt !== null || content === null) return refused('choice_ended')
      const { need, resources, structure, name, reason } = input
      const weights = { need, resources, structure }
      if (!areWeights(weights)) return refused('not_a_hundred')
      const ranking = reweighed(content.candidates, weights).map(({ code, total }) => ({
        code,
        total,
      }))
      const made = { id: app.newId(), name, reason, weights, ranking, at: now() }
      const of = { communityId: row.communityId, choiceId: row.id, by: who.actor.id }
      await store.addWhatIf(tx, { ...made, ...of })
      return done({ id: made.id })
    },
  )
}
