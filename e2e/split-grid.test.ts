// A grid is split: the keeper draws, reads what would go along and proposes a day; the head of the street confirms. The day
// comes, a report in the new half lands in the new grid and its worker has it; the old grids can still be looked at.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { carryRedrawn } from '#server/cases/redrawn.ts'
import { addKeepers } from '#testing/drawn-town.ts'
import { comes, must } from '#testing/town-life.ts'
import { codes, fileAndGive, report } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'
import { faults } from './looking.ts'

const place = `/desk/places/${codes.community}`
const [third, fourth] = ['500108106003003', '500108106003004']
const spots = { west: { lon: 106.602, lat: 29.505 }, east: { lon: 106.608, lat: 29.505 } }
let d: Doors
let gui: Page
let cao: Page
let open: string

const gridOf = async (number: string) =>
  (
    await d.owner.query<{ code: string }>(
      `select a.code from cases.cases c join places.areas a on a.id = c.filed_area_id where c.number = $1`,
      [number],
    )
  ).rows[0]?.code
const inTable = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).getByRole('row').allInnerTexts()

beforeAll(async () => {
  d = await openDoors()
  await addKeepers(d)
  open = (await report(d.client(), { point: spots.east })).number
})

test('the keeper splits the first grid by the list and saves it', async () => {
  gui = await d.staff('gui', `${place}/redraw`)
  await gui.getByRole('button', { name: '开始划' }).click()
  await gui.getByRole('button', { name: '存草案' }).waitFor()
  await gui.getByRole('button', { name: '第一网格' }).click()
  await gui.getByRole('radio', { name: '切分' }).check({ force: true })
  // The community's outline around this grid has three sides: from the middle of the first to that of the last.
  for (const [label, nth] of [
    ['从', 0],
    ['到', -1],
  ] as const) {
    const list = gui.getByLabel(label, { exact: true })
    const middles = await list.getByRole('option', { name: /社区外界 .*中间/ }).allInnerTexts()
    await list.selectOption({ label: middles.at(nth) ?? '' })
  }
  await gui.getByRole('button', { name: '切开' }).click()
  await gui.getByText('没有缝，没有重叠').waitFor()
  await gui.getByRole('button', { name: '存草案' }).click()
  await gui.getByText('草案已存').waitFor()
})

test('before it is proposed, the page says what goes along', async () => {
  await gui.getByRole('button', { name: '看要变什么' }).click()
  await gui.getByRole('heading', { name: '起用以后3个网格' }).waitFor()
  expect((await inTable(gui, '要撤销的网格')).join()).toContain('第一网格')
  expect((await inTable(gui, '人跟到哪里')).join()).toContain('刘网格')
  expect((await inTable(gui, '没办完的事件跟到哪里')).at(-1)).toMatch(/一共\s+1/)
  expect(await faults(gui, gui.url())).toEqual([])
  await gui.getByLabel('谁接手: 第一网格').selectOption({ label: '第四网格' })
  await gui.getByRole('button', { name: '提出起用' }).click()
  await gui.getByText('等第二个人确认').first().waitFor()
  await gui.getByRole('button', { name: '收回提议' }).waitFor()
})

test('the head of the street finds it on the page of the community and confirms', async () => {
  cao = await d.staff('cao', place)
  await cao.getByRole('link', { name: '看要变什么' }).click()
  await cao.getByRole('button', { name: '确认起用' }).click()
  expect(await faults(cao, cao.url())).toEqual([])
  await cao.getByRole('dialog').getByRole('button', { name: '确认起用' }).click()
  await cao.getByText(/起用$/).first().waitFor()
  await cao.getByRole('button', { name: '撤回' }).waitFor()
  await cao.getByRole('heading', { name: '变了1处' }).waitFor()
  await cao.goto(place)
  await cao.getByText(/新网格.*起用/).waitFor()
  expect(await gridOf((await report(d.client(), { point: spots.east })).number)).toBe(codes.grid)
})

test('the day comes: a report in the new half lands there, and its worker has it', async () => {
  d.later(1)
  await carryRedrawn(d.app)
  expect(await gridOf(open)).toBe(third)
  const { number } = await report(d.client(), { point: spots.west })
  expect(await gridOf(number)).toBe(fourth)
  must(await fileAndGive(await comes(d, 'wu'), number, { areaCode: fourth, unitId: null }))
  const liu = await d.staff('liu', '/field', phone)
  await liu.getByRole('link', { name: '打开，签收' }).click()
  await liu.getByText('第四网格').first().waitFor()
})

test('two days side by side: the old grid on the left, the new ones on the right', async () => {
  cao = await d.staff('cao', `${place}/grids`)
  await cao.getByRole('heading', { name: '变了1处' }).waitFor()
  const changes = await inTable(cao, '变了1处')
  expect(changes.at(-1)).toMatch(/拆分.*第一网格.*第三网格.*第四网格/s)
  const maps = cao.getByRole('img', { name: /的网格$/ })
  expect(await maps.count()).toBe(2)
  expect(await maps.first().locator('text').allTextContents()).toEqual(['第一网格', '第二网格'])
  const after = await maps.last().locator('text').allTextContents()
  expect(after.toSorted()).toEqual(['第三网格', '第二网格', '第四网格'].toSorted())
  expect(await faults(cao, cao.url())).toEqual([])
})
