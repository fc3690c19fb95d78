// A room stands free on Wednesday: a neighbour borrows it on the phone, another finds it taken, the choir comes with its
// secret, the centre says no to one and why, and what is not needed goes back.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { nextDate } from '#core/kit/time.ts'
import { buildCentre, centreIds } from '#testing/centre-town.ts'
import { codes } from '#testing/town.ts'
import { type Doors, nextMonday, openDoors, phone } from './doors.ts'
import { fills, keeps } from './forms.ts'

let d: Doors
const code = codes.community
const wednesday = nextDate(nextMonday(), 2)

beforeAll(async () => {
  d = await openDoors()
  await buildCentre(d.owner, d.app.places.geography.findByCode(code)?.id ?? 0, nextMonday())
  await d.owner.query('update activities.rooms set needs_approval = true where id = $1', [
    centreIds.studio,
  ])
})

async function looksAt(room: string): Promise<Page> {
  const page = await d.person(phone)
  await page.goto(`/c/${code}/centre`)
  await page.getByRole('link', { name: '看空着的时间，借一间' }).click()
  await page.getByLabel('哪一天').selectOption(wednesday)
  await page.getByRole('radio', { name: new RegExp(`^${room}`) }).check()
  return page
}

async function asks(page: Page, span: [from: string, to: string], number: string): Promise<void> {
  await fills(page, { 从几点: span[0], 到几点: span[1], 做什么: '邻里包饺子', 电话: number })
  await page.getByRole('button', { name: '借这一间' }).click()
}

const startsOffered = (page: Page) => page.getByLabel('从几点').locator('option').allTextContents()

let neighbour: Page
test('a neighbour borrows the hall without an account; whoever comes next is not offered that hour', async () => {
  neighbour = await looksAt('健康大讲堂')
  await neighbour.getByText('先选从几点到几点').waitFor()
  await asks(neighbour, ['09:00', '11:00'], '13800000141')
  await neighbour.getByText('给您留好了').waitFor()
  const next = await looksAt('健康大讲堂')
  const offered = await startsOffered(next)
  expect(offered).not.toContain('09:00')
  expect(offered).toContain('11:00')
})

test('four hours a week are everybody’s share: the fifth is refused with what is left', async () => {
  const page = await looksAt('健康大讲堂')
  await asks(page, ['11:00', '14:00'], '13800000141')
  await page.getByRole('alert').filter({ hasText: '小时' }).waitFor()
  expect(await page.getByRole('alert').innerText()).toMatch(/4.*2/)
})

test('where the centre decides, the asker reads its answer and why', async () => {
  const asker = await looksAt('排练厅')
  await asks(asker, ['14:00', '16:00'], '13800000142')
  await asker.getByText(/收到了，等中心点头/).waitFor()
  const desk = await d.staff('he', `/desk/centre/${code}/bookings`)
  await desk.getByText('1个借用等您定').waitFor()
  await desk.getByRole('button', { name: '不同意' }).click()
  await desk.getByRole('dialog').getByRole('textbox').fill('那天地板打蜡')
  await desk.getByRole('dialog').getByRole('button', { name: '不同意' }).click()
  await desk.getByText('没有等着定的借用').waitFor()
  await asker.getByRole('link', { name: '看结果' }).click()
  await asker.getByText('没有同意').waitFor()
  await asker.getByText('理由：那天地板打蜡').waitFor()
})

test('the choir’s leader comes with the group’s secret; a wrong one opens nothing', async () => {
  const desk = await d.staff('he', `/desk/centre/${code}/groups`)
  await desk.getByRole('button', { name: '发口令' }).click()
  await keeps(desk, {}, '发口令')
  const said = (await desk.getByText(/^新口令/).textContent()) ?? ''
  const secret = /新口令\s*(\S+?)，/.exec(said)?.[1] ?? ''
  const leader = await d.person(phone)
  await leader.goto(`/c/${code}/group/${centreIds.choir}`)
  await leader.getByRole('link', { name: '给小组借房间' }).click()
  await leader.getByLabel('哪一天').selectOption(wednesday)
  await leader.getByRole('radio', { name: /^健康大讲堂/ }).check()
  await fills(leader, {
    从几点: '15:00',
    到几点: '17:00',
    做什么: '排年会节目',
    小组口令: 'XXXXXX',
  })
  await leader.getByRole('button', { name: '借这一间' }).click()
  await leader.getByText('小组口令不对').waitFor()
  await leader.getByLabel('小组口令').fill(secret)
  await leader.getByRole('button', { name: '借这一间' }).click()
  await leader.getByText('给您留好了').waitFor()
})

test('what is not needed goes back and can be had again', async () => {
  await neighbour.goto('/places')
  await neighbour.getByText('同意了，给您留着').waitFor()
  await neighbour.getByRole('button', { name: '不用了，退房间' }).click()
  await neighbour.getByRole('button', { name: '退', exact: true }).click()
  await neighbour.getByText('房间退了').waitFor()
  const next = await looksAt('健康大讲堂')
  expect(await startsOffered(next)).toContain('09:00')
})
