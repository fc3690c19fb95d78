// The secretary keeps the house in order: every form of the centre's desk is opened once, filled, and what it changed is
// read where residents or colleagues read it.
import { beforeAll, expect, test } from 'vitest'
import { nextDate } from '#core/kit/time.ts'
import { buildCentre, centreIds } from '#testing/centre-town.ts'
import { codes } from '#testing/town.ts'
import { type Doors, nextMonday, openDoors, phone } from './doors.ts'
import { keeps } from './forms.ts'

let d: Doors
const code = codes.community

beforeAll(async () => {
  d = await openDoors()
  await buildCentre(d.owner, d.app.places.geography.findByCode(code)?.id ?? 0, nextMonday())
})

test('the house: its address, a zone, a room that is now in it, a day that differs, how rooms are lent', async () => {
  const page = await d.staff('he', `/desk/centre/${code}/rooms`)
  await page.getByText('2层，3间房').waitFor()
  await page.getByRole('button', { name: '改名字、地址' }).click()
  await keeps(page, { 地址: '同景路 10 号' })
  await page.getByRole('button', { name: '加一个板块' }).click()
  await keeps(page, { 名称: '排练区', 做什么用: '唱歌跳舞' })
  await page.getByText('唱歌跳舞').waitFor()
  const studio = page.getByRole('row').filter({ hasText: '排练厅' })
  await studio.getByRole('button', { name: '改', exact: true }).click()
  await keeps(page, { 功能板块: '排练区', 座位: '24' })
  await studio.getByText('24').waitFor()
  await page.getByRole('button', { name: '写一天例外' }).click()
  await keeps(page, { 日期: nextDate(nextMonday(), 3), 为什么: '停电检修' })
  await page.getByText('停电检修').waitFor()
  const lending = page.locator('section').filter({ hasText: '房间怎么借才公道' })
  await lending.getByRole('button', { name: '改', exact: true }).click()
  await keeps(page, { 居民每周几小时: '6', 为什么改: '冬天房间空' })
  await page.getByText(/居民每周\s*6\s*小时/).waitFor()
  const open = await d.person(phone)
  await open.goto(`/c/${code}/centre`)
  await open.getByText('同景路 10 号').first().waitFor()
  await open.goto(`/c/${code}/week?from=${nextMonday()}`)
  await open
    .getByText(/停电检修/)
    .first()
    .waitFor()
})

test('an empty shop: listed, asked for by two, given on terms, refused with a reason, taken back', async () => {
  const page = await d.staff('he', `/desk/centre/${code}/spaces`)
  await page.getByText('还没有登记闲置空间').waitFor()
  await page.getByRole('button', { name: '登记一处空间' }).click()
  await keeps(page, {
    叫什么: '3 栋架空层',
    在哪: '同景路 3 号',
    产权单位: '街道资产办',
    多少平方米: '42',
    从哪天起空着: '2026-01-01',
  })
  for (const [who, what] of [
    ['缝补合作社', '给老人改衣服'],
    ['读书会', '周末读书'],
  ] as const) {
    await page.getByRole('button', { name: '记一个用法' }).click()
    await keeps(page, { 谁提的: who, 怎么用: what }, '存下')
  }
  const first = page.getByRole('row').filter({ hasText: '缝补合作社' })
  await first.getByRole('button', { name: '给', exact: true }).click()
  await keeps(page, { 从哪天起: nextMonday(), 什么条件: '免租一年' }, '给')
  await first.getByText('免租一年').waitFor()
  const second = page.getByRole('row').filter({ hasText: '读书会' })
  await second.getByRole('button', { name: '不给' }).click()
  await keeps(page, { 理由: '大讲堂周末空着' }, '不给')
  await second.getByText('大讲堂周末空着').waitFor()
  await first.getByRole('button', { name: '收回' }).click()
  await keeps(page, { 理由: '合作社搬走了' }, '收回')
  await first.getByText('合作社搬走了').waitFor()
})

test('a series gets one more session, is told what it is about, and ends: what comes after is called off', async () => {
  const page = await d.staff('he', `/desk/series/${centreIds.lecture}`)
  await page.getByRole('navigation', { name: '活动中心的各页' }).getByText('系列').waitFor()
  await expect.poll(() => page.locator('.a-nav [aria-current="page"]').textContent()).toBe('系列')
  await page.getByRole('button', { name: '加一场' }).click()
  const extra = nextDate(nextMonday(), 4)
  await keeps(page, { 这一次讲什么: '中医问诊', 日期: extra }, '加一场')
  await page.getByRole('button', { name: '结束这个系列' }).click()
  await keeps(page, { 最后一天: nextDate(nextMonday(), 1), 原因: '老师退休' }, '结束这个系列')
  const open = await d.person(phone)
  await open.goto(`/c/${code}/week?from=${nextMonday()}`)
  await open
    .getByRole('link', { name: /中医问诊/ })
    .first()
    .waitFor()
})

test('from the week one comes to the session, from there to the next page of its list', async () => {
  const page = await d.staff('he', `/desk/centre/${code}?from=${nextMonday()}`)
  await page.getByRole('link', { name: /冬天血压怎么管/ }).click()
  await page.waitForURL(/\/desk\/session\//)
  await expect.poll(() => page.locator('.a-nav [aria-current="page"]').textContent()).toBe('场次')
})
