// The themes of the demo world, stored in a few statements. Evidence is counted by the server's own functions from the
// demo's own surveys and register. Can be run on a world that has none yet.
import type pg from 'pg'
import type { App } from '#server/app.ts'
import { addDays, localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { judgeGoal } from '#core/themes/evaluation.ts'
import { addMonths } from '#core/themes/programme.ts'
import { indicatorSources } from '#server/indicators.ts'
import { inScope } from '#server/kit/db.ts'
import { digestsOf } from '#server/themes/digest.ts'
import { layThemeKinds } from '#server/themes/kind-pack.ts'
import { measureGoal } from '#server/themes/theme.ts'
import { themeKinds } from '../../../packs/cn-community/themes.ts'
import { idOf } from '../staff.ts'
import { decisionOf, evidenceOf } from './evidence.ts'
import { type PlannedGoal, type PlannedTheme, themePlan } from './plan.ts'

export type Telling = {
  app: App
  client: pg.ClientBase
  planned: PlannedTheme
  area: Area
  keeper: string
  at: (daysAgo: number) => string
  day: (daysAgo: number) => string
  id: (part: string) => string
}

/** Adds what is planned and not there yet, one community after another. Says how many were stored. */
export async function fillThemes(app: App, client: pg.ClientBase): Promise<number> {
  await app.places.refresh()
  const city = app.places.geography.findByCode('500000')
  if (city === null) return 0
  await layThemeKinds(client, themeKinds, city.id)
  let told = 0
  // In the order of their days, so that each looks only at neighbours who had a theme by then.
  for (const planned of themePlan.toSorted((a, b) => b.frozen - a.frozen)) {
    const area = app.places.geography.findByCode(planned.community)
    const keeper = area === null ? null : await secretaryOf(client, area.id)
    if (area === null || keeper === null) continue
    const at = (daysAgo: number) => addDays(app.now(), -daysAgo)
    const day = (daysAgo: number) => localDate(at(daysAgo), area.timeZone)
    const id = (part: string) => idOf(`theme ${planned.key} ${part}`)
    const telling = { app, client, planned, area, keeper, at, day, id }
    if (!(await isThere(client, 'choices', area.id))) {
      await whole(client, () => tell(telling))
      told += 1
    }
    // Its goals are measured from what it is tied to, once that is stored.
    const begun = await isThere(client, 'themes', area.id)
    if (begun && !(await isThere(client, 'goals', area.id)))
      await whole(client, () => putGoals(telling))
  }
  return told
}

async function isThere(client: pg.ClientBase, table: string, areaId: number): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from themes.${table} where community_id = $1 limit 1`,
    [areaId],
  )
  return rows.length > 0
}

async function whole(client: pg.ClientBase, tellIt: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await tellIt()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function secretaryOf(client: pg.ClientBase, areaId: number): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select person_id as id from people.grants
      where area_id = $1 and role = 'communitySecretary' and revoked_at is null order by id limit 1`,
    [areaId],
  )
  return rows[0]?.id ?? null
}

/** Rows by the names of their columns, in one statement. */
export async function put(client: pg.ClientBase, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] ?? {})
  const named = columns.map((each) => `"${each}"`).join(', ')
  await client.query(
    `insert into themes.${table} (${named})
     select ${named} from jsonb_populate_recordset(null::themes.${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

async function tell(t: Telling): Promise<void> {
  const { client, planned, area, keeper, at, id } = t
  const { decision } = planned
  const survey = await client.query('select 1 from surveys.surveys where id = $1', [
    idOf(planned.survey),
  ])
  if (survey.rows.length === 0) return
  await put(client, 'choices', [
    {
      community_id: area.id,
      id: id('choice'),
      survey_id: idOf(planned.survey),
      question: 'needs',
      opened_by: keeper,
      opened_at: at(planned.opened),
      public_at: at(planned.opened - 2),
      public_by: keeper,
      ended_at: decision === null ? null : at(decision.held - 1),
      ended_by: decision === null ? null : keeper,
      end_kind: decision === null ? null : 'decided',
    },
  ])
  const evidence = await evidenceOf(t)
  await put(client, 'evidence', [evidence])
  const meeting = meetingOf(t)
  await put(client, 'meetings', meeting)
  await putVoices(t)
  if (decision === null) return
  await put(client, 'decisions', [decisionOf(t, evidence)])
  await putTheme(t)
}

function meetingOf({ planned, area, keeper, at, day, id }: Telling): object[] {
  const { decision } = planned
  if (decision === null) return []
  return [
    {
      community_id: area.id,
      id: id('meeting'),
      choice_id: id('choice'),
      kind: 'representatives',
      notice_on: day(decision.notice),
      notice_how: '单元口张贴，楼栋长逐户通知',
      held_on: day(decision.held),
      place: decision.place,
      expected: decision.expected,
      attended: decision.attended,
      points_for: decision.pointsFor,
      minutes: decision.minutes,
      corrects: null,
      recorded_by: keeper,
      recorded_at: at(decision.held - 1),
    },
  ]
}

async function putVoices({ client, planned, area, keeper, at, id }: Telling): Promise<void> {
  const held = planned.decision?.held ?? 0
  const saidAt = (n: number, meeting: boolean) =>
    meeting ? at(held) : at(Math.max(0.2, planned.opened - 3 - n))
  const voices = planned.voices.map((voice, n) => {
    const meeting = voice.channel === 'meeting'
    const looked = voice.held === true ? null : saidAt(n, meeting)
    const shown = voice.withheld === undefined
    return {
      community_id: area.id,
      id: id(`voice ${n}`),
      choice_id: id('choice'),
      kind: voice.kind,
      theme: voice.theme,
      text: voice.text,
      channel: voice.channel,
      meeting_id: meeting ? id('meeting') : null,
      entered_by: voice.channel === 'web' ? null : keeper,
      said_at: saidAt(n, meeting),
      shown_at: shown ? looked : null,
      withheld_at: shown ? null : looked,
      withheld_why: voice.withheld ?? null,
      looked_by: looked === null ? null : keeper,
    }
  })
  await put(client, 'voices', voices)
  const answers = planned.voices.flatMap((voice, n) => {
    if (voice.answer === undefined) return []
    const key = { community_id: area.id, voice_id: id(`voice ${n}`), n: 1 }
    return [{ ...key, text: voice.answer, by: keeper, at: at(held) }]
  })
  await put(client, 'answers', answers)
}

async function putTheme(t: Telling): Promise<void> {
  const { client, planned, area, keeper, at, day, id } = t
  const kind = themeKinds.find(({ code }) => code === planned.decision?.kind)
  const last = planned.states.at(-1)
  if (kind === undefined || last === undefined) return
  const began = planned.states.find(([state]) => state === 'pilot')
  const key = { community_id: area.id, theme_id: id('theme') }
  await put(client, 'themes', [
    {
      community_id: area.id,
      id: id('theme'),
      decision_id: id('decision'),
      kind_code: kind.code,
      name_zh: kind.name.zh,
      name_en: kind.name.en,
      promise: planned.promise,
      circle: planned.circle,
      state: last[0],
      started_on: began === undefined ? null : day(began[1]),
      created_at: at(planned.decision?.held ?? 0),
      ...(await adoptedBy(t)),
    },
  ])
  const states = planned.states.map(([state, daysAgo, reason], n) => ({
    ...key,
    n: n + 1,
    state,
    on_day: day(daysAgo),
    reason,
    by: keeper,
    at: at(daysAgo),
  }))
  await put(client, 'states', states)
  await linkSeries(t)
  await put(
    client,
    'measures',
    planned.measures.map((each) => ({
      ...key,
      id: id(`measure ${each.key}`),
      kind: each.kind,
      text: each.text,
      amount_fen: each.yuan === undefined ? null : each.yuan * 100,
      from_on: day(last[1]),
      from_measure:
        each.from === undefined ? null : idOf(`theme ${planned.adopts} measure ${each.from}`),
      added_by: keeper,
      added_at: at(planned.decision?.held ?? 0),
    })),
  )
}

async function putGoals(t: Telling): Promise<void> {
  const goals = []
  for (const goal of t.planned.goals) goals.push(await goalRow(t, goal))
  await put(t.client, 'goals', goals)
  await put(t.client, 'evaluations', await evaluationOf(t))
}

const dueOf = ({ planned, day }: Telling): string => {
  const began = planned.states.find(([state]) => state === 'pilot')?.[1] ?? 0
  // A goal that was judged is due again after the next year.
  const due = addMonths(day(began), planned.evaluation === null ? 12 : 24)
  return due
}

async function linkSeries({ client, planned, area, id }: Telling): Promise<void> {
  await client.query(
    `update activities.series set theme_id = $1 where community_id = $2 and title_zh = any($3)`,
    [id('theme'), area.id, planned.series],
  )
}

const months = 12

/** What the goal's source says up to a day, and before the start. */
function measured({ app, planned, area, day, id }: Telling, goal: PlannedGoal, dueOn: string) {
  const began = planned.states.find(([state]) => state === 'pilot')
  const row = {
    id: id('theme'),
    communityId: area.id,
    startedOn: began === undefined ? null : day(began[1]),
  }
  const asked = { indicator: goal.indicator, params: goal.params ?? {}, months, dueOn }
  return inScope(app.db, { kind: 'job' }, (tx) =>
    measureGoal(app, tx, { row, goal: asked, sources: indicatorSources(app) }),
  )
}

async function goalRow(t: Telling, goal: PlannedGoal) {
  const { planned, area, keeper, at, id } = t
  const { before } = await measured(t, goal, dueOf(t))
  return {
    community_id: area.id,
    theme_id: id('theme'),
    id: id(`goal ${goal.key}`),
    version: 1,
    text: goal.text,
    indicator: goal.indicator,
    params: goal.params ?? {},
    unit: goal.unit,
    up: goal.up,
    baseline: before?.value ?? null,
    baseline_low: before?.low ?? null,
    baseline_high: before?.high ?? null,
    baseline_how: before === null ? '开始前一年没有数' : '开始前一年，由系统数出',
    target: goal.target,
    months,
    due_on: dueOf(t),
    criterion: true,
    dropped: false,
    from_goal: goal.from === undefined ? null : idOf(`theme ${planned.adopts} goal ${goal.from}`),
    reason: '开始前说好',
    set_by: keeper,
    set_at: at((planned.decision?.held ?? 1) - 5),
  }
}

/** The practice as it was taken over: goals and measures of the one adopted. */
async function adoptedBy({ app, planned, at }: Telling): Promise<object> {
  const source = themePlan.find(({ key }) => key === planned.adopts)
  const none = { from_community: null, from_theme: null, adopted: null, adopted_at: null }
  if (source === undefined) return none
  const area = app.places.geography.findByCode(source.community)
  if (area === null) return none
  const of = (part: string) => idOf(`theme ${source.key} ${part}`)
  return {
    from_community: area.id,
    from_theme: of('theme'),
    adopted: {
      goals: source.goals.map((goal) => ({
        id: of(`goal ${goal.key}`),
        text: `${goal.text} → ${goal.target} ${goal.unit}`,
      })),
      measures: source.measures
        .filter(({ kind }) => kind !== 'budget')
        .map(({ key, text }) => ({ id: of(`measure ${key}`), text })),
    },
    adopted_at: at((planned.decision?.held ?? 1) - 8),
  }
}

async function evaluationOf(t: Telling): Promise<object[]> {
  const { planned, area, keeper, at, day, id } = t
  const { evaluation } = planned
  const began = planned.states.find(([state]) => state === 'pilot')
  if (evaluation === null || began === undefined) return []
  const results = []
  for (const goal of planned.goals) {
    const { before, now } = await measured(t, goal, day(evaluation.daysAgo))
    const judged = { ...goal, id: id(`goal ${goal.key}`), criterion: true }
    results.push(judgeGoal(judged, { before, after: now }))
  }
  const said = {
    fromOn: day(began[1]),
    toOn: day(evaluation.daysAgo),
    results,
    conclusion: evaluation.conclusion,
    themeId: id('theme'),
  }
  const { sha256, sm3 } = digestsOf(said)
  return [
    {
      community_id: area.id,
      id: id('evaluation'),
      theme_id: said.themeId,
      from_on: said.fromOn,
      to_on: said.toOn,
      results,
      conclusion: said.conclusion,
      corrects: null,
      sha256,
      sm3,
      by: keeper,
      at: at(evaluation.daysAgo),
    },
  ]
}
