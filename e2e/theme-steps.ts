// What the people of the theme's story do more than once, and what happens out of their sight: households that answer, a
// community next door that decides.
import type { Page } from 'playwright-core'
import * as choices from '#core/themes/contract-choice.ts'
import * as decisions from '#core/themes/contract-decision.ts'
import { register } from '#testing/resource-town.ts'
import { dayHere, id, must, opens } from '#testing/survey-town.ts'
import { codes } from '#testing/town.ts'
import type { Doors } from './doors.ts'
import { fills, keeps, last } from './forms.ts'

/** Answers as they lie after mixing: nobody can tell any more who gave which. */
export const answered = (d: Doors, survey: string, count: number, answers: object) =>
  d.owner.query(
    `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
     select s.community_id, s.id, gen_random_uuid(), 1, 'web', current_date, $3::jsonb
       from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
    [survey, count, JSON.stringify(answers)],
  )

/** “17.0 ＋ 3.2 ＋ 0.0” and, behind it, their sum: within what rounding to one place may leave. */
export function addsUp(said: string): boolean {
  const found = /([\d.]+) ＋ ([\d.]+) ＋ ([\d.]+)[^\d]+([\d.]+)/.exec(said)
  const [a, b, c, sum] = (found ?? []).slice(1).map(Number)
  return found !== null && Math.abs((a ?? 0) + (b ?? 0) + (c ?? 0) - (sum ?? 0)) < 0.16
}

/** The community next door comes to a theme of its own the same way, out of sight of this story: its theme's id. */
export async function neighbourDecides(d: Doors): Promise<string> {
  const xu = await d.as('xu')
  const community = codes.neighbour
  await d.owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source)
     select $1, geometry, west, south, east, north, true, 'story'
       from places.boundaries where area_id = $2`,
    [d.town.area[community], d.town.area[codes.community]],
  )
  await d.app.places.refresh()
  const surveyId = await opens(d, xu, { area: community })
  await answered(d, surveyId, 40, { children: 'no', needs: ['clinic'], safe: 4 })
  await register(xu, community)
  const asked = { commandId: id(), community, surveyId, question: 'needs' }
  const choice = must(await xu.call(choices.openThemeChoice, asked)).id
  must(await xu.call(choices.publishThemeChoice, { commandId: id(), id: choice }))
  const frozen = must(await xu.call(choices.freezeThemeEvidence, { commandId: id(), id: choice }))
  const today = dayHere(d, 0)
  const meeting = must(
    await xu.call(decisions.recordThemeMeeting, {
      commandId: id(),
      id: choice,
      kind: 'representatives',
      noticeOn: today,
      noticeHow: '单元口张贴',
      heldOn: today,
      place: '议事亭',
      expected: 12,
      attended: 9,
      pointsFor: ['老人多'],
      pointsAgainst: [],
      minutes: '看了证据，表决。',
      corrects: null,
    }),
  )
  const decided = await xu.call(decisions.recordThemeDecision, {
    commandId: id(),
    id: choice,
    evidenceId: frozen.id,
    meetingId: meeting.id,
    kindCode: 'health',
    reasons: '要看病的最多',
    yes: 6,
    no: 2,
    abstain: 1,
    corrects: null,
  })
  return must(decided).themeId ?? ''
}

/** A count was written down wrongly: another record puts it right, the first one stays and leads to it. */
export async function corrects(page: Page, typed: Record<string, string>): Promise<string> {
  const wrong = page.url()
  await page.getByRole('button', { name: '记错了，写一份更正' }).click()
  await fills(page, typed)
  await page.getByRole('button', { name: '记下决定' }).click()
  await page.waitForURL((url) => url.href !== wrong)
  const right = page.url()
  await page.goto(wrong)
  await page.getByText('这份记录已由另一份更正').waitFor()
  await page.getByRole('link', { name: '看更正后的' }).click()
  await page.waitForURL(right)
  return last(page)
}

/** A measure that holds from today, written on the theme's page. */
export async function addsMeasure(
  d: Doors,
  page: Page,
  typed: Record<string, string>,
): Promise<void> {
  await page.getByRole('button', { name: '加一条做法' }).click()
  const form = page.locator('form').filter({ has: page.getByLabel('是什么') })
  await fills(form, typed)
  await form.getByLabel('从哪天起').fill(dayHere(d, 0))
  await form.getByRole('button', { name: '记下' }).click()
  // What it takes the place of names it, too.
  const written = page.getByRole('listitem').filter({ hasText: typed['写什么'] ?? '' })
  await written.last().waitFor()
}

/** A measure that is stopped from today, with the reason everybody reads. */
export async function endsMeasure(d: Doors, page: Page, text: string, why: string): Promise<void> {
  const measure = page.getByRole('listitem').filter({ hasText: text })
  await measure.getByRole('button', { name: '停掉' }).click()
  await fills(measure, { 从哪天起: dayHere(d, 0), 理由: why })
  await measure.locator('form').getByRole('button', { name: '停掉' }).click()
}

/** A goal to be judged by, agreed before the start and due in a year. */
export async function addsGoal(d: Doors, page: Page, typed: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: '加一条目标' }).click()
  const form = page.locator('form').filter({ has: page.getByLabel('用什么量') })
  await fills(form, typed)
  await fills(form, { 到哪天: dayHere(d, 365), 理由: '开始前说好' })
  await form.getByRole('button', { name: '记下' }).click()
  await page
    .getByRole('row')
    .filter({ hasText: typed['写什么'] ?? '' })
    .waitFor()
}

/** A centre where there was none: a floor, a zone, a room of three chairs in it, and open from nine to nine every day. */
export async function opensCentre(page: Page): Promise<void> {
  await fills(page, { 名称: '同景党群服务中心', 地址: '同景路 8 号', 电话: '023-55550141' })
  await page.getByRole('button', { name: '开一个中心' }).click()
  await page.getByText('0层，0间房').waitFor()
  await page.getByRole('button', { name: '加一层' }).click()
  await keeps(page, {})
  await page.getByRole('button', { name: '加一个板块' }).click()
  await keeps(page, { 名称: '健康角', 做什么用: '量血压、听讲' })
  await page.getByRole('button', { name: '加一间房' }).click()
  await keeps(page, { 名称: '健康讲堂', 功能板块: '健康角', 座位: '3' })
  await page.getByText('1层，1间房').waitFor()
  const hours = page.locator('section').filter({ hasText: /^开放时间/ })
  await hours.getByRole('button', { name: '改', exact: true }).first().click()
  await page.getByLabel('周一开门时间').fill('9:00-21:00')
  await page.getByRole('button', { name: '都照周一' }).click()
  await page.getByRole('radio', { name: '节假日照常' }).check()
  await keeps(page, { 为什么改: '开门' })
}
