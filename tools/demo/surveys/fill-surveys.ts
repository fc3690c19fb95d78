// The surveys of the demo world, stored in a few statements each: as if sheets had come in, been mixed, and the survey
// been closed. Can be run on a world that has none yet.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { App } from '#server/app.ts'
import { addDays, localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { mayOpen } from '#core/surveys/questionnaire-faults.ts'
import { type Dice, dice } from '../dice.ts'
import { idOf } from '../staff.ts'
import { type Planned, surveyPlan } from './plan.ts'
import { respondent } from './respondent.ts'

/** Adds what is planned; a world that has surveys already is left as it is. Says how many sheets were stored. */
export async function fillSurveys(app: App, client: pg.ClientBase, seed: string): Promise<number> {
  const { rows } = await client.query('select 1 from surveys.surveys limit 1')
  if (rows.length > 0) return 0
  await app.places.refresh()
  let sheets = 0
  for (const planned of surveyPlan) {
    const area = app.places.geography.findByCode(planned.community)
    if (area === null) continue
    sheets += await fillOne({
      app,
      client,
      planned,
      area,
      by: dice(`${seed}/survey/${planned.key}`),
    })
  }
  await client.query('analyze surveys.answers, surveys.codes')
  return sheets
}

type Filling = { app: App; client: pg.ClientBase; planned: Planned; area: Area; by: Dice }
type Grid = { id: number; code: string; households: number; out: number; in: number }

async function fillOne(f: Filling): Promise<number> {
  const { app, planned, area } = f
  if (!mayOpen(planned.form)) throw new Error(`the survey ${planned.key} has faults`)
  const id = idOf(`survey ${planned.key}`)
  const dayAt = (days: number) => localDate(addDays(app.now(), -days), area.timeZone)
  const at = (days: number) => addDays(app.now(), -days)
  const keeper = await secretaryOf(f)
  const grids = gridsOf(f)
  await writeSurvey(f, { id, keeper, dayAt, at })
  if (planned.state === 'DRAFT') return 0
  await writeFrame(f, id, grids)
  await writeCodes(f, id, grids)
  return writeAnswers(f, { id, grids, day: dayAt(Math.max(0, planned.closes)) })
}

async function secretaryOf({ client, area }: Filling): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select person_id as id from people.grants
      where area_id = $1 and role = 'communitySecretary' and revoked_at is null order by id limit 1`,
    [area.id],
  )
  return rows[0]?.id ?? null
}

/** Households are spread unevenly; so are those who answer. */
function gridsOf({ app, planned, area, by }: Filling): Grid[] {
  const areas = app.places.geography
    .children(area.id, localDate(app.now(), area.timeZone))
    .filter(({ level }) => level === 'grid')
  const weights = areas.map(() => 0.7 + by.next() * 0.6)
  const eager = areas.map(() => 0.9 + by.next() * 0.2)
  const out = spread(planned.handedOut, weights)
  const came = planned.answersBy === 'anyone' ? weights : out.map((n, i) => n * (eager[i] ?? 1))
  const answered = spread(planned.answered, came)
  return areas.map(({ id, code }, i) => {
    const mine = out[i] ?? 0
    return {
      id,
      code,
      out: mine,
      in: Math.min(mine || Infinity, answered[i] ?? 0),
      households: Math.round(mine * 1.08),
    }
  })
}

/** Whole numbers in proportion to the weights that add up to the total. */
function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let before = 0
  let run = 0
  return weights.map((weight) => {
    run += weight
    const upTo = Math.round((total * run) / sum)
    const mine = upTo - before
    before = upTo
    return mine
  })
}

type Written = {
  id: string
  keeper: string | null
  dayAt: (days: number) => string
  at: (days: number) => string
}

async function writeSurvey({ client, planned, area }: Filling, w: Written): Promise<void> {
  const { state, opened, closes, form, answersBy } = planned
  const draft = state === 'DRAFT'
  const closed = state === 'CLOSED'
  const made = w.at(opened + 12)
  await client.query(
    `insert into surveys.surveys (community_id, id, area_path, title, state, answers_by, opens_on, closes_on, version, created_at, created_by, closed_at, mixed_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      area.id,
      w.id,
      area.path,
      JSON.stringify(form.title),
      state,
      answersBy,
      draft ? null : w.dayAt(opened),
      draft ? null : w.dayAt(closes),
      draft ? null : 1,
      made,
      w.keeper,
      closed ? w.at(closes - 4) : null,
      closed ? w.dayAt(closes - 4) : null,
    ],
  )
  await client.query(
    `insert into surveys.versions (community_id, survey_id, version, questionnaire, changed_at, changed_by, opened_at)
     values ($1, $2, 1, $3, $4, $5, $6)`,
    [area.id, w.id, JSON.stringify(form), made, w.keeper, draft ? null : w.at(opened)],
  )
  const steps: [string, number, string | null][] = [
    ['made', opened + 12, null],
    ...(draft ? [] : ([['opened', opened, null]] as [string, number, null][])),
    ...(closed ? ([['closed', closes - 4, '纸质问卷录完了']] as [string, number, string][]) : []),
  ]
  for (const [step, days, reason] of steps)
    await client.query(
      `insert into surveys.steps (community_id, survey_id, step, at, by_id, reason) values ($1, $2, $3, $4, $5, $6)`,
      [area.id, w.id, step, w.at(days), w.keeper, reason],
    )
}

async function writeFrame({ client, area, planned }: Filling, id: string, grids: Grid[]) {
  if (planned.answersBy === 'anyone') return
  await client.query(
    `insert into surveys.frame (community_id, survey_id, grid_id, households, quota, source)
     select $1, $2, g.id, g.households, ceil(g.out * 0.8), '社区户数台账'
       from jsonb_to_recordset($3) as g (id bigint, households integer, out integer)`,
    [area.id, id, JSON.stringify(grids)],
  )
}

/** Hashes of codes that nobody holds: the demo's sheets were never printed. */
async function writeCodes({ client, area, planned }: Filling, id: string, grids: Grid[]) {
  if (planned.answersBy === 'anyone') return
  const rows = grids.flatMap((grid) => {
    const b = idOf(`batch ${planned.key} ${grid.code}`)
    return Array.from({ length: grid.out }, (_, n) => {
      const h = createHash('sha256').update(`${planned.key} ${grid.code} ${n}`).digest('hex')
      return { h, b, g: grid.id, u: n < grid.in }
    })
  })
  await client.query(
    `insert into surveys.codes (community_id, survey_id, code_hash, batch, grid_id, used, command_hash)
     select $1, $2, decode(c.h, 'hex'), c.b, c.g, c.u, case when c.u then sha256(decode(c.h, 'hex')) end
       from jsonb_to_recordset($3) as c (h text, b uuid, g bigint, u boolean)
      order by c.h`,
    [area.id, id, JSON.stringify(rows)],
  )
}

type Answering = { id: string; grids: Grid[]; day: string }

async function writeAnswers(f: Filling, { id, grids, day }: Answering): Promise<number> {
  const { client, planned, area, by } = f
  const codes = grids.map(({ code }) => code)
  const open = planned.answersBy === 'anyone'
  const sheets = grids.flatMap((grid) =>
    Array.from({ length: grid.in }, () => ({
      s: uuid(by),
      c: by.weighed(planned.channels),
      g: open ? null : grid.id,
      a: respondent(by, planned.form, planned.lean, { grid: grid.code, grids: codes, day }),
    })),
  )
  for (let at = 0; at < sheets.length; at += 2000)
    await client.query(
      `insert into surveys.answers (community_id, survey_id, sheet, version, channel, grid_id, answered_on, answers)
       select $1, $2, r.s, 1, r.c, r.g, $3, r.a
         from jsonb_to_recordset($4) as r (s uuid, c text, g bigint, a jsonb)
        order by r.s`,
      [area.id, id, day, JSON.stringify(sheets.slice(at, at + 2000))],
    )
  return sheets.length
}

function uuid(by: Dice): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(by.next() * 4_294_967_296)
      .toString(16)
      .padStart(8, '0'),
  ).join('')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
}
