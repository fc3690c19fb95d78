// Lamps looked at by plan: he pastes a table and makes a plan at the desk; liu walks it with a phone, and a dark lamp is a
// case at once, also without a signal; the object remembers the day and nobody's name.
import { beforeAll, expect, test } from 'vitest'
import { codes, points } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
beforeAll(async () => {
  d = await openDoors()
})
const { lon, lat } = points.lane

test('the office takes in lamps and makes a plan', async () => {
  const he = await d.staff('he', `/desk/objects/${codes.community}`)
  await he.getByRole('button', { name: '贴表格' }).click()
  const rows = ['L-01', 'L-02'].map(
    (tag) => `路灯,${tag} 号路灯,${tag},${codes.grid},${lon},${lat}`,
  )
  await he.getByLabel('贴表格').fill(['种类,名称,编号,网格,经度,纬度', ...rows].join('\n'))
  await he.getByRole('button', { name: '保存' }).click()
  await he.getByRole('link', { name: 'L-02 号路灯' }).waitFor()
  await he.getByRole('button', { name: '排一个计划' }).click()
  await he.getByLabel('名称').fill('梯坎路灯')
  await he.getByLabel('网格').selectOption(codes.grid)
  await he.getByLabel('L-01 号路灯').check()
  await he.getByLabel('L-02 号路灯').check()
  await he.getByRole('button', { name: '保存' }).click()
  await he.getByText('每 4 周一轮').waitFor()
})

test('the team walks it: one in order, one dark, which waits for a signal and becomes a case', async () => {
  const liu = await d.staff('liu', '/field', phone)
  await liu.getByRole('link', { name: '部件巡检' }).click()
  await liu.getByText('还有 2 处没看').waitFor()
  await liu.getByRole('button', { name: '完好' }).first().click()
  await liu.getByText('还有 1 处没看').waitFor()
  await liu.context().setOffline(true)
  await liu.getByRole('button', { name: '有问题' }).click()
  await liu.getByLabel('什么问题').fill('不亮')
  await liu.getByRole('button', { name: '报一件' }).click()
  await liu.getByText('这一轮都看过了').waitFor()
  await liu.context().setOffline(false)
  const told = async () =>
    (
      await d.owner.query<{ result: string; filed: boolean }>(
        'select result, case_number is not null as filed from patrols.results order by result',
      )
    ).rows
  await expect.poll(told).toEqual([
    { result: 'fault', filed: true },
    { result: 'inOrder', filed: false },
  ])
  const he = await d.staff('he', `/desk/objects/${codes.community}`)
  await he.getByRole('link', { name: 'L-02 号路灯' }).click()
  await he.getByRole('cell', { name: '不亮' }).waitFor()
})

test('a neighbour scans the label on a lamp: what it is and where stand there, one tap says what is wrong', async () => {
  const page = await d.person(phone)
  await page.goto(`/report?community=${codes.community}&object=L-01`)
  await page.getByText('您扫的是L-01 号路灯（L-01），在哪里已经写好了。').waitFor()
  expect(await page.getByLabel(/哪条路/).inputValue()).toBe('L-01 号路灯（L-01）')
  await page.getByRole('button', { name: '单灯不亮' }).click()
  await page.getByLabel('一闪一闪').check()
  await page.getByRole('button', { name: '交上去' }).click()
  await page.waitForURL('**/receipt/**')
  const { rows } = await d.owner.query<{ address: string; said: string; lon: number }>(
    `select address, lon, particulars -> 0 ->> 'option' as said from cases.cases
      where category = 'P01-37-2' order by reported_at desc limit 1`,
  )
  expect(rows).toEqual([{ address: 'L-01 号路灯（L-01）', lon, said: 'flicker' }])
  await page.goto(`/report?community=${codes.community}&object=L-77`)
  await page.getByText('这个码不认得了').waitFor()
})
