// A community with something in every room: a survey that was answered and published, one that anybody may answer, a
// hospital and a request for it, a theme that was decided. For the walk over all pages.
import { askAlert } from '#core/exchange/contract-alerts.ts'
import { addRemote } from '#core/exchange/contract-remotes.ts'
import { nextDate } from '#core/kit/time.ts'
import { correctNotice, publishNotice } from '#core/notices/contract-board.ts'
import { openRedrawing } from '#core/places/contract-redrawing.ts'
import { askResource } from '#core/resources/contract-requests.ts'
import { question, questionnaire, words } from '#core/surveys/blank.ts'
import * as results from '#core/surveys/contract-results.ts'
import * as choices from '#core/themes/contract-choice.ts'
import * as decisions from '#core/themes/contract-decision.ts'
import { consentTo } from '#core/people/consent.ts'
import { alertPlace } from '#server/exchange/alerts.ts'
import { layThemeKinds } from '#server/themes/kind-pack.ts'
import { buildCentre } from '#testing/centre-town.ts'
import { addKeepers } from '#testing/drawn-town.ts'
import { register } from '#testing/resource-town.ts'
import { dayHere, drafts, id, must, opens } from '#testing/survey-town.ts'
import { teams } from '#testing/town-life.ts'
import { codes, fileAndGive, report } from '#testing/town.ts'
import { themeKinds } from '../packs/cn-community/themes.ts'
import { type Doors, nextMonday } from './doors.ts'

/** What stands in braces in the addresses of pages.ts. */
export type Furnished = Record<
  | 'number'
  | 'survey'
  | 'asking'
  | 'draft'
  | 'resource'
  | 'request'
  | 'choice'
  | 'decision'
  | 'theme'
  | 'remote'
  | 'notice'
  | 'public'
  | 'followed'
  | 'alert',
  string
>

export const fill = (path: string, found: Furnished): string =>
  path.replace(/\{(\w+)\}/g, (_, name: keyof Furnished) => found[name])

export async function furnish(d: Doors): Promise<Furnished> {
  const { number } = await report(d.client())
  const community = d.app.places.geography.findByCode(codes.community)?.id ?? 0
  await buildCentre(d.owner, community, nextMonday())
  await layThemeKinds(d.owner, themeKinds, d.town.area['500000'] ?? 0)
  const he = await d.as('he')
  const survey = await opens(d, he)
  const asking = await opens(d, he, { answersBy: 'anyone', questionnaire: everyKind })
  const draft = await drafts(he)
  await answered(d, survey)
  must(
    await he.call(results.enterPopulation, { commandId: id(), area: codes.community, ...children }),
  )
  must(await he.call(results.publishResults, { commandId: id(), id: survey, ...published }))
  const resource = (await register(he, codes.community)).id
  const asked = { what: '每周二来一位医生', forWhom: '七十岁以上的居民', why: '看病要走两站路' }
  const request = must(
    await he.call(askResource, { commandId: id(), area: codes.community, ...asked }),
  ).id
  const of = await decided(d, survey)
  await addKeepers(d)
  must(await (await d.as('gui')).call(openRedrawing, { commandId: id(), code: codes.community }))
  const remote = await farServer(d)
  const notice = await hangs(d)
  const more = { notice, alert: await asksToBeTold(d), ...(await seen(d)) }
  return { number, survey, asking, draft, resource, request, remote, ...more, ...of }
}

/** A public matter in work, and a report with the secret of its link. */
async function seen(d: Doors): Promise<{ public: string; followed: string }> {
  const { number, link } = await report(d.client(), { category: 'P01-37-3' })
  must(await fileAndGive(await d.as('wu'), number, teams.grid, { category: 'P01-37-3' }))
  return { public: number, followed: `${number}#${link ?? ''}` }
}

/** A subscription that waits to be confirmed, with the secret of its link as only the message knows it. */
async function asksToBeTold(d: Doors): Promise<string> {
  // Nothing is carried in these stories; that there are ways out is what the page asks.
  const line = { url: 'https://gateway.example', method: 'POST', secret: 's', perDay: 10 } as const
  d.app.config.gateways = {
    sms: { ...line, from: null },
    mail: { ...line, from: 'linli@example.org' },
  }
  const { community } = codes
  const { id: alert } = must(
    await d.client().call(askAlert, {
      code: community,
      channel: 'mail',
      to: 'li@example.org',
      agreed: consentTo('alerts').version,
      areas: [community],
      kinds: ['board.outage', 'case.new'],
      topics: [],
      pace: 'daily',
      lang: 'zh',
    }),
  )
  const { rows } = await d.owner.query<{ sealed: string; area: string }>(
    'select sealed_contact as sealed, community_id as area from exchange.alerts where id = $1',
    [alert],
  )
  const [row] = rows
  if (row === undefined) throw new Error('nobody asked to be told')
  const kept = d.app.keys.open(row.sealed, alertPlace(Number(row.area), alert))
  return `${alert}#${(JSON.parse(kept) as { secret: string }).secret}`
}

/** On the board of the community, put right once. */
async function hangs(d: Doors): Promise<string> {
  const he = await d.as('he')
  const day = dayHere(d)
  const fields = {
    code: codes.community,
    category: 'outage' as const,
    title: '周二停水',
    body: '9:00 至 17:00 停水，请提前储水。\n问物业。',
    gridCode: codes.grid,
    fromOn: day,
    untilOn: nextDate(day, 7),
    photo: null,
    paper: null,
  }
  const post = must(await he.call(publishNotice, { commandId: id(), postId: id(), ...fields }))
  const change = { id: post.id, reason: '时间写错了', expectedVersion: 1 }
  must(await he.call(correctNotice, { commandId: id(), ...fields, ...change }))
  return post.id
}

/** Another server that stands for the fire post of the street. */
async function farServer(d: Doors): Promise<string> {
  const sys = await d.as('sys')
  const made = must(
    await sys.call(addRemote, {
      commandId: id(),
      areaCode: codes.street,
      unitCode: '500108106-S1',
      name: '路灯管理所',
      url: 'https://lamps.example.org/open311/v2',
      jurisdiction: null,
      key: 'a key',
      sends: [],
      services: { 'P01-37': 'lamps', '*': 'other' },
      tokenId: null,
    }),
  )
  return made.id
}

const children = {
  dimension: 'children',
  title: words('有没有小学生', 'Children at school'),
  asOf: '2026-01-01',
  source: '社区台账',
  categories: [
    { code: 'with', label: words('有', 'Yes'), people: 250 },
    { code: 'without', label: words('没有', 'No'), people: 750 },
  ],
}
const published = {
  version: 1,
  scheme: null,
  tables: [
    { row: 'needs', group: null },
    { row: 'pickup', group: null },
    { row: 'needs', group: 'children' },
  ],
  decidedBy: '居民代表会议',
  reason: '大家答的，大家看',
}

/** As it lies after mixing: nobody can tell any more who gave which. */
export const mixed = (d: Doors, survey: string, count: number, answers: object) =>
  d.owner.query(
    `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
     select s.community_id, s.id, gen_random_uuid(), 1, 'web', current_date, $3::jsonb
       from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
    [survey, count, JSON.stringify(answers)],
  )

/** Two hundred households: enough to be weighed, a few small groups, and texts in two groups of words. */
export async function answered(d: Doors, survey: string): Promise<void> {
  const yes = { children: 'yes' }
  await mixed(d, survey, 60, { ...yes, pickup: 'parents', needs: ['clinic', 'food'], safe: 4 })
  const hungry = { words: '想要老年食堂，吃饭方便' }
  await mixed(d, survey, 30, { ...yes, pickup: 'grandparents', needs: ['food'], ...hungry })
  await mixed(d, survey, 7, { ...yes, pickup: 'nobody', needs: ['park'], safe: 1, ...told })
  const stuck = { words: '电梯老是坏，老人爬不动楼' }
  await mixed(d, survey, 43, { children: 'no', needs: ['clinic', 'lift'], safe: 5, ...stuck })
  await mixed(d, survey, 60, { children: 'no', needs: ['clinic', 'lift'], safe: 5 })
}
export const told = { words: '楼上王大妈太吵，打我电话13800138000' }

const options = [
  { code: 'a', label: words('有', 'Yes') },
  { code: 'b', label: words('没有', 'No') },
  { code: 'c', label: words('说不好', 'Hard to say') },
]
const everyKind = questionnaire([
  question('one', 'single', { title: words('家里有没有上小学的孩子'), options, required: true }),
  question('many', 'multiple', { title: words('最需要的几件事'), options, pickMax: 2 }),
  question('order', 'ranking', { title: words('排一排先后'), options, pickMax: 2 }),
  question('rows', 'matrix', {
    title: words('对这些服务满意吗'),
    options,
    rows: [
      { code: 'clean', label: words('清洁') },
      { code: 'repair', label: words('维修') },
    ],
  }),
  question('safe', 'rating', {
    title: words('晚上走在小区里觉得安全吗'),
    scale: { from: 1, to: 5, low: words('不安全'), high: words('很安全') },
  }),
  question('people', 'number', {
    title: words('家里几口人'),
    unit: words('口'),
    least: 1,
    most: 20,
  }),
  question('since', 'date', { title: words('哪一天搬来的') }),
  question('line', 'shortText', { title: words('最常去的地方') }),
  question('words', 'longText', { title: words('还想说什么') }),
  question('where', 'place', { title: words('哪里最需要路灯') }),
  question('see', 'photo', { title: words('拍给我们看') }),
])

/** Begun, public, frozen, met about and decided on: a page of the theme exists. */
async function decided(d: Doors, survey: string) {
  const he = await d.as('he')
  const call: typeof he.call = he.call
  const [today, noticeOn] = [dayHere(d), dayHere(d, -10)]
  const asked = { community: codes.community, surveyId: survey, question: 'needs' }
  const choice = must(await call(choices.openThemeChoice, { commandId: id(), ...asked })).id
  must(await call(choices.publishThemeChoice, { commandId: id(), id: choice }))
  const evidenceId = must(
    await call(choices.freezeThemeEvidence, { commandId: id(), id: choice }),
  ).id
  const meetingId = must(
    await call(decisions.recordThemeMeeting, {
      commandId: id(),
      id: choice,
      kind: 'representatives',
      noticeOn,
      noticeHow: '单元口张贴',
      heldOn: today,
      place: '二楼讲堂',
      expected: 30,
      attended: 20,
      pointsFor: ['医院近'],
      pointsAgainst: [],
      minutes: '逐条看了证据，随后表决。',
      corrects: null,
    }),
  ).id
  const voted = { yes: 12, no: 5, abstain: 3, reasons: '要看病的最多', kindCode: 'health' }
  const decision = must(
    await call(decisions.recordThemeDecision, {
      commandId: id(),
      id: choice,
      evidenceId,
      meetingId,
      ...voted,
      corrects: null,
    }),
  )
  return { choice, decision: decision.id, theme: decision.themeId! }
}
