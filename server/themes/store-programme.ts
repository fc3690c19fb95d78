// SQL of a theme after its decision: where it stands, its goals and measures.
import { sql } from 'kysely'
import type { MeasureKind, ThemeState } from '#core/themes/programme.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

/** A practice as it was when somebody adopted it. */
export type Adopted = {
  goals: { id: string; text: string }[]
  measures: { id: string; text: string }[]
}

export type ThemeRow = {
  communityId: number
  id: string
  decisionId: string
  kindCode: string
  zh: string
  en: string
  promise: string | null
  circle: string | null
  state: ThemeState
  startedOn: string | null
  fromCommunity: number | null
  fromTheme: string | null
  adopted: Adopted | null
  adoptedAt: string | null
}

const columns = sql`
           t.community_id   as "communityId",
           t.id,
           t.decision_id    as "decisionId",
           t.kind_code      as "kindCode",
           t.name_zh        as zh,
           t.name_en        as en,
           t.promise,
           t.circle,
           t.state,
           t.started_on     as "startedOn",
           t.from_community as "fromCommunity",
           t.from_theme     as "fromTheme",
           t.adopted,
           t.adopted_at     as "adoptedAt"
      from themes.themes t`

export const findTheme = (tx: Tx, id: string, how: 'read' | 'lock' = 'read') =>
  firstOf(
    tx,
    sql<ThemeRow>`select ${columns} where t.id = ${id} ${how === 'lock' ? sql`for update` : sql``}`,
  )

/** The theme that holds in a community now. */
export const findLiveTheme = (tx: Tx, communityId: number) =>
  firstOf(
    tx,
    sql<ThemeRow>`
    select ${columns}
     where t.community_id = ${communityId}
       and t.state <> 'ended'`,
  )

export const findThemeOfDecision = (tx: Tx, communityId: number, decisionId: string) =>
  firstOf(
    tx,
    sql<ThemeRow>`
    select ${columns}
     where t.community_id = ${communityId}
       and t.decision_id = ${decisionId}`,
  )

/** Themes that hold in communities of an area, in the order of their codes. */
export const listThemes = (
  tx: Tx,
  { path, limit, after }: { path: string; limit: number; after: string },
) =>
  rowsOf(
    tx,
    sql<ThemeRow & { code: string }>`
    select a.code, ${columns}
      join places.areas a on a.id = t.community_id
     where a.path like ${`${path}%`}
       and a.code || ' ' || t.id > ${after}
       and (t.state <> 'ended' or exists (select from themes.evaluations e
                                           where e.community_id = t.community_id
                                             and e.theme_id = t.id))
     order by a.code || ' ' || t.id
     limit ${limit}`,
  )

export const listAdopters = (tx: Tx, communityId: number, themeId: string) =>
  rowsOf(
    tx,
    sql<ThemeRow>`
    select ${columns}
     where t.from_community = ${communityId}
       and t.from_theme = ${themeId}
     order by t.adopted_at
     limit 100`,
  )

type NewTheme = Pick<ThemeRow, 'communityId' | 'id' | 'decisionId' | 'kindCode' | 'zh' | 'en'> & {
  at: string
}
export const addTheme = (tx: Tx, row: NewTheme) =>
  rowsOf(
    tx,
    sql`
    insert into themes.themes (community_id, id, decision_id, kind_code, name_zh, name_en, state, created_at)
    values (${row.communityId}, ${row.id}, ${row.decisionId}, ${row.kindCode}, ${row.zh}, ${row.en}, 'prepared', ${row.at})`,
  )

type Key = { communityId: number; id: string }

export const setDecision = (tx: Tx, key: Key, decisionId: string) =>
  rowsOf(
    tx,
    sql`
    update themes.themes
       set decision_id = ${decisionId}
     where community_id = ${key.communityId}
       and id = ${key.id}`,
  )

export const setFrame = (tx: Tx, key: Key, frame: { promise: string; circle: string }) =>
  rowsOf(
    tx,
    sql`
    update themes.themes
       set promise = ${frame.promise},
           circle = ${frame.circle}
     where community_id = ${key.communityId}
       and id = ${key.id}`,
  )

export const setAdopted = (
  tx: Tx,
  key: Key,
  from: { community: number; theme: string; adopted: Adopted; at: string },
) =>
  rowsOf(
    tx,
    sql`
    update themes.themes
       set from_community = ${from.community},
           from_theme = ${from.theme},
           adopted = ${JSON.stringify(from.adopted)},
           adopted_at = ${from.at}
     where community_id = ${key.communityId}
       and id = ${key.id}`,
  )

type Step = { state: ThemeState; onDay: string; reason: string; by: string; at: string }
export async function addState(tx: Tx, key: Key, step: Step): Promise<void> {
  await sql`
    insert into themes.states (community_id, theme_id, n, state, on_day, reason, by, at)
    select ${key.communityId}, ${key.id}, coalesce(max(s.n), 0) + 1, ${step.state}, ${step.onDay}, ${step.reason}, ${step.by}, ${step.at}
      from themes.states s
     where s.community_id = ${key.communityId}
       and s.theme_id = ${key.id}`.execute(tx.k)
  await sql`
    update themes.themes
       set state = ${step.state},
           started_on = case when ${step.state} = 'pilot' then ${step.onDay}::date else started_on end
     where community_id = ${key.communityId}
       and id = ${key.id}`.execute(tx.k)
}

export const listStates = (tx: Tx, { communityId, id }: Key) =>
  rowsOf(
    tx,
    sql<{ state: ThemeState; onDay: string; reason: string; at: string }>`
    select s.state,
           s.on_day as "onDay",
           s.reason,
           s.at
      from themes.states s
     where s.community_id = ${communityId}
       and s.theme_id = ${id}
     order by s.n
     limit 100`,
  )

export type GoalRow = {
  id: string
  version: number
  text: string
  indicator: string | null
  params: Record<string, string | number>
  unit: string
  up: boolean
  baseline: number | null
  baselineLow: number | null
  baselineHigh: number | null
  baselineHow: string
  target: number
  months: number
  dueOn: string
  criterion: boolean
  dropped: boolean
  fromGoal: string | null
  reason: string
  setAt: string
}

/** Every version, the newest of each goal first. */
export const listGoals = (tx: Tx, { communityId, id }: Key) =>
  rowsOf(
    tx,
    sql<GoalRow>`
    select g.id,
           g.version,
           g.text,
           g.indicator,
           g.params,
           g.unit,
           g.up,
           g.baseline::float8      as baseline,
           g.baseline_low::float8  as "baselineLow",
           g.baseline_high::float8 as "baselineHigh",
           g.baseline_how          as "baselineHow",
           g.target::float8        as target,
           g.months,
           g.due_on                as "dueOn",
           g.criterion,
           g.dropped,
           g.from_goal             as "fromGoal",
           g.reason,
           g.set_at                as "setAt"
      from themes.goals g
     where g.community_id = ${communityId}
       and g.theme_id = ${id}
     order by min(g.set_at) over (partition by g.id), g.id, g.version desc
     limit 1000`,
  )

export const addGoal = (tx: Tx, { communityId, id }: Key, row: GoalRow & { by: string }) =>
  rowsOf(
    tx,
    sql`
    insert into themes.goals (community_id, theme_id, id, version, text, indicator, params, unit, up, baseline, baseline_low,
                              baseline_high, baseline_how, target, months, due_on, criterion, dropped, from_goal, reason, set_by, set_at)
    values (${communityId}, ${id}, ${row.id}, ${row.version}, ${row.text}, ${row.indicator}, ${JSON.stringify(row.params)},
            ${row.unit}, ${row.up}, ${row.baseline}, ${row.baselineLow}, ${row.baselineHigh}, ${row.baselineHow}, ${row.target},
            ${row.months}, ${row.dueOn}, ${row.criterion}, ${row.dropped}, ${row.fromGoal}, ${row.reason}, ${row.by}, ${row.setAt})`,
  )

export type MeasureRow = {
  id: string
  kind: MeasureKind
  text: string
  refersTo: string | null
  amountFen: number | null
  fromOn: string
  untilOn: string | null
  endReason: string | null
  fromMeasure: string | null
}

export const listMeasures = (tx: Tx, { communityId, id }: Key) =>
  rowsOf(
    tx,
    sql<MeasureRow>`
    select m.id,
           m.kind,
           m.text,
           m.refers_to    as "refersTo",
           m.amount_fen   as "amountFen",
           m.from_on      as "fromOn",
           m.until_on     as "untilOn",
           m.end_reason   as "endReason",
           m.from_measure as "fromMeasure"
      from themes.measures m
     where m.community_id = ${communityId}
       and m.theme_id = ${id}
     order by array_position(array['measure', 'zone', 'series', 'resource', 'budget'], m.kind), m.from_on, m.added_at, m.id
     limit 500`,
  )

type NewMeasure = Omit<MeasureRow, 'untilOn' | 'endReason'> & { by: string; at: string }
export const addMeasure = (tx: Tx, { communityId, id }: Key, row: NewMeasure) =>
  rowsOf(
    tx,
    sql`
    insert into themes.measures (community_id, id, theme_id, kind, text, refers_to, amount_fen, from_on, from_measure, added_by, added_at)
    values (${communityId}, ${row.id}, ${id}, ${row.kind}, ${row.text}, ${row.refersTo}, ${row.amountFen}, ${row.fromOn},
            ${row.fromMeasure}, ${row.by}, ${row.at})`,
  )

export const endMeasure = (
  tx: Tx,
  communityId: number,
  end: { measureId: string; onDay: string; reason: string },
) =>
  rowsOf(
    tx,
    sql`
    update themes.measures
       set until_on = ${end.onDay},
           end_reason = ${end.reason}
     where community_id = ${communityId}
       and id = ${end.measureId}`,
  )
