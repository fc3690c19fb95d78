// A report without a category: the dispatcher reads what it sounds like and why, takes it with one key, or says with
// another that it is none of these.
import { beforeAll, expect, test } from 'vitest'
import { report } from '#testing/town.ts'
import { type Doors, openDoors } from './doors.ts'

let d: Doors
let number = ''
beforeAll(async () => {
  d = await openDoors()
  const text = '三单元门口垃圾堆了好几天，没人收，臭'
  number = (await report(d.client(), { text, category: 'C99' })).number
})

test('one key takes the suggestion, another passes all of them over', async () => {
  const page = await d.staff('chen', '/desk/queues/toVerify')
  await page.getByText('垃圾堆了好几天').first().waitFor()
  await page.keyboard.press('j')
  await page.getByRole('article', { name: number }).waitFor()
  await page.keyboard.press('d')
  const form = page.getByRole('dialog')
  const offered = form.getByRole('group', { name: '听起来像' })
  const first = offered.getByRole('button').first()
  await first.waitFor()
  expect(await first.innerText()).toMatch(/暴露生活垃圾[^]*没人收/)
  // Nothing is chosen by itself.
  expect(await first.getAttribute('aria-pressed')).toBe('false')
  await page.keyboard.press('1')
  await form.getByLabel('符合立案条件').waitFor()
  expect(await first.getAttribute('aria-pressed')).toBe('true')
  await page.keyboard.press('0')
  const search = form.getByRole('combobox', { name: '类别' })
  await search.and(page.locator(':focus')).waitFor()
  expect(await first.getAttribute('aria-pressed')).toBe('false')
  // Once somebody types, a figure is a figure.
  await search.fill('路')
  await page.keyboard.press('1')
  expect(await search.inputValue()).toBe('路1')
  expect(await first.getAttribute('aria-pressed')).toBe('false')
})
