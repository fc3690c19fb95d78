// A secretary weighs what came in to who lives here, reads what people wrote, publishes some of it by decision and takes
// it back; residents read it on the phone.
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { needs, opens } from '#testing/survey-town.ts'
import { type Doors, openDoors, phone } from './doors.ts'
import { answered } from './furnished.ts'

let d: Doors
let survey: string
beforeAll(async () => {
  d = await openDoors()
  survey = await opens(d, await d.as('he'), { questionnaire: needs })
  await answered(d, survey)
})

// Each step stands on the one before: a story that broke is not told further.
let broken = false
beforeEach(({ skip }) => skip(broken))
afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})

const done = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })
const lines = async (table: Locator) => (await table.innerText()).split('\n').join(' ')

test('without known figures nothing can be weighed; the secretary copies one from the register', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/weights`)
  await page.getByText('收到 200 份答卷，还没有校正').waitFor()
  await page.getByText('这里还没有居住情况的数字').waitFor()
  await page.getByRole('button', { name: '抄一组数字' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('是什么数字').fill('有没有上小学的孩子')
  await form.getByLabel('代号').fill('children')
  await form.getByLabel('从哪里来').fill('社区台账')
  await form.getByLabel('各组人数').fill('有，250\n没有 七百五')
  await form.getByRole('button', { name: '记下这组数字' }).click()
  await form.getByText('第 2 行看不懂').first().waitFor()
  await form.getByLabel('各组人数').fill('有，250\n没有，750')
  await form.getByRole('button', { name: '记下这组数字' }).click()
  await done(page)
  await page.getByText('1,000 人').waitFor()
})

test('she tries, sees who was heard too much, meets limits that are too narrow, and keeps version 1', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/weights`)
  // Its options bear the names of the register's groups: the page has found the question itself.
  expect(await page.getByLabel('对应哪道题').inputValue()).toBe('children')
  await page.getByLabel('限制一份答卷能算几份').check()
  await page.getByLabel('最少算').fill('0.9')
  await page.getByLabel('最多算').fill('1.1')
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByText('次也对不上').waitFor()
  expect(await page.getByRole('button', { name: '用这版权重' }).count()).toBe(0)
  await page.getByLabel('最少算').fill('0.3')
  await page.getByLabel('最多算').fill('3')
  await page.getByRole('button', { name: '试算' }).click()
  await page.getByText('每一组都对上了').waitFor()
  const table = page.getByRole('table', { name: '有没有上小学的孩子' })
  expect(await lines(table)).toMatch(/有\s+97\s+48\.5%\s+25\.0%\s+25\.0%/)
  await page.screenshot({ path: 'shots/weights-desk.png', fullPage: true })
  await page.getByRole('button', { name: '用这版权重' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('为什么这样校正').fill('有孩子的家庭答得多')
  await form.getByRole('button', { name: '用这版权重' }).click()
  await done(page)
  await page.getByText('现在用第 1 版权重').waitFor()
})

test('what people wrote stands by topic, nobody in it, and a topic gets the name people use', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/topics`)
  await page.getByText('80 份写了字').waitFor()
  const all = await page.getByRole('main').innerText()
  expect(all).toContain('老人爬不动楼')
  expect(all).not.toMatch(/王大妈|13800138000/)
  await page.getByRole('button', { name: '改名' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名字').fill('装电梯')
  await form.getByRole('button', { name: '记下' }).click()
  await done(page)
  await page.getByRole('heading', { name: '装电梯' }).waitFor()
  await page.screenshot({ path: 'shots/topics-desk.png', fullPage: true })
  const before = await page.getByRole('heading', { level: 2 }).count()
  await page.getByRole('button', { name: '并到别的话题' }).last().click()
  await form.getByLabel('哪个话题').selectOption({ label: '装电梯' })
  await form.getByRole('button', { name: '并到别的话题' }).click()
  await done(page)
  await page.getByRole('button', { name: /分出去/ }).click()
  await page.getByRole('button', { name: /分出去/ }).waitFor({ state: 'hidden' })
  expect(await page.getByRole('heading', { level: 2 }).count()).toBe(before)
})

test('some tables are published by decision, weighted, and read on the phone; what was not ticked is not there', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/results`)
  await page.getByRole('heading', { name: /最需要的三件事/ }).waitFor()
  await page.getByLabel('看哪道题').selectOption('needs')
  await page.getByLabel('按哪道题分组').selectOption('children')
  await page.getByText('n = 103').waitFor()
  await page.screenshot({ path: 'shots/results-desk.png', fullPage: true })
  await page.getByRole('heading', { name: '公布过的' }).click()
  await page.keyboard.press('t')
  await page.getByRole('columnheader', { name: '选的人数' }).first().waitFor()
  await page.screenshot({ path: 'shots/results-twin.png', fullPage: true })
  await page.getByRole('button', { name: '公布结果' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/放学谁接/).uncheck()
  await form.getByLabel('谁决定的').fill('居民代表会议')
  await form.getByLabel('为什么现在公布').fill('大家答的，大家看')
  await page.screenshot({ path: 'shots/results-publish.png' })
  await form.getByRole('button', { name: /公布这/ }).click()
  await page.getByText('公布了第 1 次').waitFor()
  await form.getByRole('button', { name: '回到这份问卷' }).click()
  await page
    .getByRole('row', { name: /居民代表会议/ })
    .getByText('权重第 1 版')
    .waitFor()
  const open = await d.person(phone)
  await open.goto(`/s/${survey}/results`)
  await open.getByText('居民代表会议决定公布').waitFor()
  const read = await open.getByRole('main').innerText()
  expect(read).toContain('最需要的三件事')
  expect(read).toContain('已按有没有上小学的孩子校正')
  expect(read).not.toContain('放学谁接')
  await open.screenshot({ path: 'shots/results-open.png', fullPage: true })
  await open.getByRole('button', { name: '看成表' }).click()
  await open.getByRole('columnheader', { name: '选的人数' }).first().waitFor()
  await open.goto(`/s/${survey}/results?elder=1`)
  await open.getByText('居民代表会议决定公布').waitFor()
  await open.screenshot({ path: 'shots/results-elder.png', fullPage: true })
})

test('taken back, the reason stands where the figures were', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/results`)
  await page.getByRole('button', { name: '收回', exact: true }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '收回', exact: true }).click()
  await form.getByRole('alert').waitFor()
  await form.getByLabel('为什么收回').fill('台账有误，改好再公布')
  await form.getByRole('button', { name: '收回', exact: true }).click()
  await done(page)
  await page.getByRole('cell', { name: /收回：台账有误，改好再公布/ }).waitFor()
  expect(await page.getByRole('button', { name: '收回', exact: true }).count()).toBe(0)
  const open = await d.person(phone)
  await open.goto(`/s/${survey}/results`)
  await open.getByText('收回的理由：台账有误，改好再公布').waitFor()
  expect(await open.getByRole('main').innerText()).not.toContain('最需要的三件事')
})

test('a neighbour’s secretary sees none of it, and a survey that is not there says so', async () => {
  for (const place of ['weights', 'topics', 'results']) {
    const other = await d.staff('xu', `/desk/survey/${survey}/${place}`)
    await other.getByText(/由这里的问卷管理人/).waitFor()
  }
  const open = await d.person(phone)
  await open.goto(`/s/${randomUUID()}/results`)
  await open.getByText('没有这份问卷').waitFor()
  expect(await open.title()).not.toBe('')
})

test('what a street asked with another program is looked at, a word is explained, and it is taken in', async () => {
  const page = await d.staff('he', `/desk/survey/${survey}/import`)
  const heads = '序号,1、家里有没有上小学的孩子,2、最需要的三件事（多选）'
  const rows = Array.from({ length: 11 }, (_, n) => `${n + 1},没有,看病近一点┋电梯`)
  await page.getByLabel('文件').setInputFiles({
    name: 'export.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([heads, ...rows, '12,也许,看病近一点'].join('\r\n')),
  })
  await page.getByText('12 行：0 行可以收，12 行收不了。').waitFor()
  await page.getByLabel(/“电梯”，11 行/).selectOption({ label: '装电梯' })
  await page.getByText('12 行：11 行可以收，1 行收不了。').waitFor()
  await page.getByRole('cell', { name: '选项对不上' }).waitFor()
  await page.screenshot({ path: 'shots/import-desk.png', fullPage: true })
  await page.getByRole('button', { name: '收进这 11 份' }).click()
  await page.getByText('12 行：收进 11 份，0 份以前收过，1 行没有收。').waitFor()
  await page.goto(`/desk/survey/${survey}`)
  await page.getByText('导入了答卷').waitFor()
})
