// A new colleague, from the account to the first night on duty: each office does its own part on the desk, and what was
// done is seen by the next. A rule is set, and holds.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { codes } from '#testing/town.ts'
import { type Doors, openDoors } from './doors.ts'

let d: Doors
const first = 'first words given'
const own = 'words of my own choosing'

beforeAll(async () => {
  d = await openDoors()
  await d.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     select p.id, 'ruleKeeper', a.id, '2026-01-01', now()
       from people.people p, places.areas a
      where p.login = 'wu' and a.code = '500108'`,
  )
})

const done = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })

test('the system administrator opens an account', async () => {
  const page = await d.staff('sys', '/desk/people')
  await page.getByRole('button', { name: '添一个账号' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: '添一个账号' }).click()
  await form.getByText('请写姓名').waitFor()
  await form.getByLabel('姓名').fill('新来的')
  await form.getByLabel('账号').fill('he')
  await form.getByLabel('第一个密码').fill(first)
  await form.getByRole('button', { name: '添一个账号' }).click()
  await form.getByText('这个账号已被使用').waitFor()
  expect(await form.getByLabel('姓名').inputValue()).toBe('新来的')
  await form.getByLabel('账号').fill('xin.lai')
  await form.getByRole('button', { name: '添一个账号' }).click()
  await done(page)
})

test('the security administrator finds it and grants a role, which no one else may', async () => {
  const page = await d.staff('sec', '/desk/people?only=unassigned')
  await page.getByRole('link', { name: '新来的' }).click()
  await page.getByRole('heading', { name: '新来的', level: 1 }).waitFor()
  await page.getByRole('button', { name: '授予角色' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('名字或代码').fill(codes.community)
  await form.getByRole('listitem').getByRole('button').first().click()
  await form.getByLabel('角色').selectOption('communityDuty')
  await form.getByRole('button', { name: '授予角色' }).click()
  await done(page)
  await page.getByRole('row').filter({ hasText: '社区值班员' }).waitFor()
})

test('the new colleague changes the password before anything else', async () => {
  const page = await d.person()
  await page.goto('/desk/sign-in')
  await page.getByLabel('账号').fill('xin.lai')
  await page.getByLabel('密码').fill(first)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '先换成自己的密码' }).waitFor()
  await page.getByLabel('现在的密码').fill(first)
  await page.getByLabel('新密码', { exact: true }).fill(own)
  await page.getByLabel('新密码再写一遍').fill(own)
  await page.getByRole('button', { name: '换密码' }).click()
  await page.getByRole('link', { name: '队列' }).waitFor()
  // Rosters, accounts and rules are other people's: their rooms are not in this masthead.
  expect(await page.getByRole('link', { name: '人员' }).count()).toBe(0)
})

test('the secretary puts the colleague on the roster, and everybody reads it', async () => {
  const page = await d.staff('he', '/desk/people?view=roster')
  await page.getByRole('button', { name: '排一班' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('谁', { exact: true }).selectOption('xin.lai')
  await form.getByRole('button', { name: '排一班' }).click()
  await done(page)
  await page.getByRole('cell').filter({ hasText: '新来的' }).first().waitFor()
  const team = await d.staff('chen', `/desk/places/${codes.community}/team`)
  await team.getByText('新来的').first().waitFor()
})

test('the rule keeper sets a value from today, with a reason; the secretary reads who did it', async () => {
  const keeper = await d.staff('wu', '/desk/rules?area=500108')
  await keeper.getByRole('button', { name: '改 一轮最多延期' }).click()
  const form = keeper.getByRole('dialog')
  await form.getByLabel('改成').fill('1')
  await form.getByLabel('为什么改').fill('区里会议定的')
  await form.getByRole('button', { name: '从这天起这样办' }).click()
  await done(keeper)
  await keeper.getByRole('row').filter({ hasText: '一轮最多延期' }).getByText('1 次').waitFor()
  const reader = await d.staff('he', '/desk/rules?view=changes')
  await reader.getByText('区里会议定的').waitFor()
  expect(await reader.getByRole('button', { name: /^改 / }).count()).toBe(0)
})
