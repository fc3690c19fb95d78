// The candidates of one choice, with everything they rest on, as of one instant. Reads under the job's scope: the answers
// are mixed and without persons, and whoever asks has been let in before.
import { createHash } from 'node:crypto'
import type { Area } from '#core/places/area.ts'
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import { groupsOnlyHere, resourcesOnlyHere } from '#core/themes/difference.ts'
import type { ThemeKind } from '#core/themes/kind.ts'
import { type PopulationShare, sharedGroups } from '#core/themes/population.ts'
import { type Candidate, type Picks, type Weights, candidatesOf } from '#core/themes/score.ts'
import { type RankTable, otherOrders, rankTable } from '#core/themes/stability.ts'
import { onlyHereSentences } from '#core/themes/sentences.ts'
import type { App } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { kindsAt, weightingAt } from './catalogue.ts'
import { type ReachedFact, askedFacts, populationFacts, reachedFacts } from './facts.ts'
import { areaOf, nameOf, todayIn } from './keeper.ts'
import type { ChoiceRow } from './store-choice.ts'
import { type ThemeRow, listThemes } from './store-programme.ts'

/** How many themed neighbours are compared in what lies within their reach. */
const comparedMax = 30

export function candidatesNow(
  app: App,
  choice: ChoiceRow,
  tried: Weights | null,
): Promise<EvidenceContent> {
  return inScope(app.db, { kind: 'job' }, (tx) => gather(app, tx, choice, tried))
}

async function gather(
  app: App,
  tx: Tx,
  choice: ChoiceRow,
  tried: Weights | null,
): Promise<EvidenceContent> {
  const area = areaOf(app, choice.communityId)
  const asOf = app.now()
  const today = todayIn(app, area, asOf)
  const kinds = await kindsAt(tx, area, today)
  const weighting = await weightingAt(app, tx, area, today)
  const weights = tried ?? weighting.weights
  const asked = choice.surveyId !== null && choice.question !== null
  const survey = asked
    ? await askedFacts(app, { surveyId: choice.surveyId!, question: choice.question! })
    : null
  const reached = await reachedFacts(app, tx, {
    areaId: area.id,
    metres: weighting.metres,
    on: today,
  })
  const population = await populationFacts(app, tx, area)
  const picks = survey?.picks ?? null
  const candidates = candidatesOf(
    { kinds, picks, reached: reached.map(({ category }) => category), population },
    weights,
  )
  const seed = Number.parseInt(choice.id.slice(0, 7), 16)
  return {
    asOf,
    community: nameOf(area),
    survey: survey === null ? null : surveyView(choice, survey),
    weighting,
    weights,
    candidates,
    stability: keptTable({ kinds, picks, candidates }, { weights, seed }),
    otherOrders: otherOrders(candidates, weights),
    reached,
    population,
    ...(await compare(app, tx, {
      area,
      today,
      kinds,
      metres: weighting.metres,
      reached,
      population,
    })),
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof askedFacts>>>
const surveyView = (choice: ChoiceRow, found: Found) => ({
  id: choice.surveyId!,
  title: found.title,
  question: choice.question!,
  questionTitle: found.questionTitle,
  version: found.version,
  weightingVersion: found.weightingVersion,
  weighted: found.weighted,
  sent: found.sent,
  n: found.picks.n,
  effective: Math.round(found.picks.effective),
})

type Here = {
  area: Area
  today: string
  kinds: readonly ThemeKind[]
  metres: number
  reached: readonly ReachedFact[]
  population: readonly PopulationShare[]
}

/** Against 千家一面: who nearby has which theme, and what only this community has. */
async function compare(app: App, tx: Tx, here: Here) {
  const { geography } = app.places
  const chain = geography.ancestors(here.area)
  const district = chain.find(({ level }) => level === 'district') ?? chain.at(-1) ?? here.area
  const street = here.area.parentId
  const rows = (await listThemes(tx, { path: district.path, limit: 200, after: '' })).filter(
    (row) => row.communityId !== here.area.id && row.state !== 'ended',
  )
  const others = []
  for (const { communityId } of rows.slice(0, comparedMax)) {
    const asked = { areaId: communityId, metres: here.metres, on: here.today }
    others.push({ reached: countsOf(await reachedFacts(app, tx, asked)) })
  }
  const wider = await populationFacts(app, tx, district)
  const only = [
    ...(others.length === 0 ? [] : resourcesOnlyHere({ reached: countsOf(here.reached) }, others)),
    ...groupsOnlyHere(sharedGroups(here.kinds, here.population), sharedGroups(here.kinds, wider)),
  ]
  const names = new Map(here.reached.map((each) => [each.category, each.categoryName]))
  return {
    neighbours: rows.map((row) => neighbourView(geography.get(row.communityId), row, street)),
    onlyHere: onlyHereSentences(only, {
      resource: (category) => names.get(category) ?? { zh: category, en: category },
      metres: here.metres,
      wider: district.name,
    }),
  }
}

const neighbourView = (area: Area, row: ThemeRow, street: number | null) => ({
  ...nameOf(area),
  sameStreet: area.parentId === street,
  kindCode: row.kindCode,
  themeName: { zh: row.zh, en: row.en },
  themeId: row.id,
  state: row.state,
})

function countsOf(reached: readonly ReachedFact[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { category } of reached) counts.set(category, (counts.get(category) ?? 0) + 1)
  return counts
}

type Asked = { kinds: readonly ThemeKind[]; picks: Picks | null; candidates: readonly Candidate[] }
const tables = new Map<string, RankTable>()
const tablesKept = 60

/** Ten million draws take a moment: the same facts under the same weights are drawn once. */
function keptTable(asked: Asked, how: { weights: Weights; seed: number }): RankTable {
  const hash = createHash('sha256').update(JSON.stringify([asked.kinds, asked.candidates, how]))
  if (asked.picks !== null)
    hash
      .update(asked.picks.weight)
      .update(asked.picks.picks)
      .update(JSON.stringify(asked.picks.options))
  const key = hash.digest('base64')
  const known = tables.get(key)
  if (known !== undefined) return known
  if (tables.size >= tablesKept) tables.clear()
  const table = rankTable(asked, how)
  tables.set(key, table)
  return table
}
