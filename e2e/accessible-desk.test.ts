// Everybody can use the doors of the staff: axe finds nothing serious on the desk, in its forms, nor in the field.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Doors, openDoors, phone } from './doors.ts'
import { type Furnished, fill, furnish } from './furnished.ts'
import { complaints, faults, show, walkTo } from './looking.ts'
import { deskPages, fieldPages } from './pages.ts'

let d: Doors
let found: Furnished
beforeAll(async () => {
  d = await openDoors()
  found = await furnish(d)
})

test('axe finds nothing serious on the desk, page by page', async () => {
  const outside = await d.person()
  const all = await complaints(outside, '/desk/sign-in')
  const rooms = new Map<string, Page>()
  for (const [login, path] of deskPages) {
    const page = rooms.get(login) ?? (await d.staff(login, '/desk/sessions'))
    rooms.set(login, page)
    await walkTo(page, fill(path, found))
    all.push(...(await faults(page, path)))
  }
  expect(all).toEqual([])
})

test('nor with any form of a move open', async () => {
  const page = await d.staff('chen', `/desk/cases/${found.number}`)
  await show(page, `/desk/cases/${found.number}`)
  const moves = page.locator('.k-moves button:not([aria-disabled])')
  const count = await moves.count()
  expect(count).toBeGreaterThan(3)
  for (let n = 0; n < count; n++) {
    await moves.nth(n).click()
    const form = page.locator('dialog[open]')
    await form.waitFor()
    expect(await faults(page, `form ${n}`)).toEqual([])
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'hidden' })
  }
})

test('nor with the questions of a category open', async () => {
  const page = await d.staff('gui', '/desk/rules?view=categories')
  await page.getByRole('button', { name: '改问题 住宅电梯停运、异响' }).click()
  await page.getByLabel('有人困在里面').waitFor()
  await page.getByRole('button', { name: '加一问' }).click()
  expect(await page.getByRole('group', { name: '第3问' }).count()).toBe(1)
  expect(await faults(page, 'questions of a category')).toEqual([])
})

test('nor in the field', async () => {
  const page = await d.staff('liu', '/field', phone)
  const all: string[] = []
  for (const path of fieldPages) {
    await walkTo(page, fill(path, found))
    all.push(...(await faults(page, path)))
  }
  expect(all).toEqual([])
})

test('a neighbour who opens what is not his is told whose it is, and sees nothing of it', async () => {
  const page = await d.staff('xu', `/desk/cases/${found.number}`)
  await page.getByText('这里看不到这一件').waitFor()
  expect(await page.getByText('路灯不亮').count()).toBe(0)
})
