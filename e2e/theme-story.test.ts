// From an empty community to candidates for its theme: what people need is asked and published, what lies around is written
// down, and the sum of both stands where it can be added up, frozen before anybody meets.
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { hospital } from '#testing/resource-town.ts'
import { prints } from '#testing/survey-town.ts'
import { codes } from '#testing/town.ts'
import { layThemeKinds } from '#server/themes/kind-pack.ts'
import { themeKinds } from '../packs/cn-community/themes.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
let survey: string
const code = codes.community

beforeAll(async () => {
  d = await openDoors()
  await layThemeKinds(d.owner, themeKinds, d.town.area['500108'] ?? 0)
})

// Each step stands on the one before: a story that broke is not told further.
let broken = false
beforeEach(({ skip }) => skip(broken))
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})

const last = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const done = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })
const fills = async (form: Page | Locator, typed: Record<string, string>) => {
  for (const [label, value] of Object.entries(typed))
    await form.getByLabel(new RegExp(`^${label}(\\s|$)`)).fill(value)
}

/** Answers as they lie after mixing: nobody can tell any more who gave which. */
const mixed = (id: string, count: number, answers: object) =>
  d.owner.query(
    `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
     select s.community_id, s.id, gen_random_uuid(), 1, 'web', current_date, $3::jsonb
       from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
    [id, count, JSON.stringify(answers)],
  )

test('the secretary of a community without anything writes a survey and opens it', async () => {
  const page = await d.staff('he', `/desk/surveys/${code}`)
  await page.getByText('这里还没有问卷').waitFor()
  await page.getByRole('button', { name: '起草问卷' }).click()
  await page.getByRole('dialog').getByLabel('标题').fill('大家最需要什么')
  await page.getByRole('dialog').getByRole('button', { name: '起草问卷' }).click()
  await page.waitForURL(/\/form$/)
  await page.getByText(/开放之前要改的 \d+ 处/).waitFor()
  await page.getByLabel(/^开头的话：谁在问/).fill('社区想知道您最需要什么，好定下一年做什么。')
  const outline = page.getByRole('navigation', { name: '提纲' })
  await outline.getByRole('button', { name: '还没有标题', exact: true }).click()
  await page.getByLabel('标题', { exact: true }).fill('您的日子')
  await outline.getByRole('button', { name: '1. 还没有标题' }).click()
  await page.getByLabel('题目', { exact: true }).fill('最需要的是什么')
  await page.getByLabel('题型').selectOption('multiple')
  await page.getByRole('button', { name: '加一项' }).first().click()
  const options = { clinic: '看病近一点', market: '买菜方便', eldercare: '老人有人照应' }
  for (const [n, [key, label]] of Object.entries(options).entries()) {
    await page.getByLabel(`选项 ${n + 1}`, { exact: true }).fill(label)
    await page
      .getByLabel(/^编号/)
      .nth(n + 1)
      .fill(key)
  }
  await page.getByLabel(/^编号/).first().fill('needs')
  await page.getByLabel('为什么问', { exact: true }).fill('定社区主题时用')
  await page.getByText('可以开放了').waitFor()
  await page.getByRole('button', { name: '存下', exact: true }).click()
  await page.getByText('已存下').waitFor()
  await page.getByRole('link', { name: '回到问卷' }).click()
  await page.getByRole('button', { name: /^开放/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '从哪天收到哪天' }).click()
  await done(page)
  await page.getByText('居民打开的地址').waitFor()
  survey = last(page)
})

test('a resident answers by the link that came to the door, on a phone, and no name is asked', async () => {
  const [sheet = ''] = await prints(await d.as('he'), survey, { count: 300 })
  const page = await d.person(phone)
  await page.goto(`/s#${sheet}`)
  await page.getByText('不问您是谁').first().waitFor()
  await page.getByRole('button', { name: '开始答' }).click()
  await page.getByText('看病近一点').click()
  await page.getByRole('button', { name: '看一遍再交' }).click()
  await page.getByRole('button', { name: '交上去' }).click()
  await page.getByText('收到了，谢谢您').waitFor()
  const desk = await d.staff('he', `/desk/survey/${survey}`)
  await desk.getByText(/发出 300 份，收回 1 份/).waitFor()
})

test('what two hundred households said is published by decision, and read on the phone', async () => {
  await mixed(survey, 120, { needs: ['clinic'] })
  await mixed(survey, 50, { needs: ['market', 'clinic'] })
  await mixed(survey, 30, { needs: ['eldercare'] })
  const page = await d.staff('he', `/desk/survey/${survey}/results`)
  await page.getByRole('button', { name: '公布结果' }).click()
  await page.getByLabel('谁决定的').fill('居民代表会议')
  await page.getByLabel('为什么现在公布').fill('大家答的，大家看')
  await page.getByRole('button', { name: /公布这/ }).click()
  await page.getByText('公布了第').waitFor()
  const open = await d.person(phone)
  await open.goto(`/s/${survey}/results`)
  await open.getByText('居民代表会议决定公布').waitFor()
  expect(await open.getByRole('main').innerText()).toContain('看病近一点')
})

test('the hospital next door is written into the register, and residents find it near', async () => {
  const page = await d.staff('he', `/desk/resources/${code}/new`)
  await page.getByLabel('类别').selectOption('hospital')
  await fills(page, {
    名称: '东南医院',
    能提供什么: '下社区讲课',
    经度: String(hospital.lon),
    纬度: String(hospital.lat),
  })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '东南医院', level: 1 }).waitFor()
  const open = await d.person(phone)
  await open.goto(`/c/${code}/resources`)
  await open.getByText('东南医院').first().waitFor()
})

test('the candidates stand in a table that adds up, and are frozen before the meeting', async () => {
  const page = await d.staff('he', `/desk/themes/${code}`)
  await page.getByText('还没有开始议主题').waitFor()
  await page.getByLabel('问卷', { exact: true }).selectOption({ label: '大家最需要什么' })
  await page.getByLabel('题目', { exact: true }).selectOption({ label: '最需要的是什么' })
  await page.getByRole('button', { name: '开始议主题' }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: '健康' }) })
  await row.waitFor()
  const said = await row.innerText()
  expect(said).toContain('85.0%')
  expect(addsUp(said)).toBe(true)
  await page.getByText('东南医院').first().waitFor()
  await page.getByRole('button', { name: '公开候选，请居民来议' }).click()
  await page.getByRole('button', { name: '冻结证据' }).click()
  await page.getByText(/已冻结/).waitFor()
})

/** “17.0 ＋ 3.2 ＋ 0.0” and, behind it, their sum: within what rounding to one place may leave. */
function addsUp(said: string): boolean {
  const found = /([\d.]+) ＋ ([\d.]+) ＋ ([\d.]+)[^\d]+([\d.]+)/.exec(said)
  const [a, b, c, sum] = (found ?? []).slice(1).map(Number)
  return found !== null && Math.abs((a ?? 0) + (b ?? 0) + (c ?? 0) - (sum ?? 0)) < 0.16
}
