// Everybody can use the open door: axe finds nothing serious on its pages; large letters are as large as promised; nothing
// has to be pushed sideways on a narrow or magnified screen.
import { beforeAll, expect, test } from 'vitest'
import { type Doors, openDoors, phone } from './doors.ts'
import { type Furnished, fill, furnish } from './furnished.ts'
import { type Measured, asked, complaints, faults, measure, show } from './looking.ts'
import { openPages } from './pages.ts'

let d: Doors
let found: Furnished
beforeAll(async () => {
  d = await openDoors()
  found = await furnish(d)
})
const open = () => openPages.map((path) => fill(path, found))

test('axe finds nothing serious on the open door: Chinese, English, large letters', async () => {
  const page = await d.person(phone)
  const all: string[] = []
  for (const path of open())
    for (const mode of ['elder=0&lang=zh', 'lang=en', 'elder=1&lang=zh'])
      all.push(...(await complaints(page, asked(path, mode))))
  expect(all).toEqual([])
}, 600_000)

test('nor at any question of a sheet, as large as it may be', async () => {
  const page = await d.person(phone)
  await show(page, `/s/${found.asking}?elder=1`)
  await page.getByRole('button', { name: '开始答' }).click()
  const next = page.getByRole('button', { name: /^(下一|看一遍再交)/ })
  const end = page.getByText('交之前看一遍')
  let asked = 0
  for (; (await end.count()) === 0; asked++) {
    expect(await faults(page, `question ${asked}`)).toEqual([])
    const first = page.getByText('有', { exact: true })
    if (asked === 0) await first.click()
    await next.or(end).first().waitFor()
    if ((await end.count()) > 0) break
    await next.click()
    await page.waitForTimeout(400) // The same button stands under the next question: it is no sign that it has come.
  }
  expect(asked).toBeGreaterThan(0)
  expect(await faults(page, 'the sheet read once more')).toEqual([])
}, 600_000)

test('large letters are large, clear and easy to press, on every page: text from 22 px, nothing under 18, targets 60 by 60, contrast 5.2', async () => {
  const page = await d.person(phone)
  const wrong: object[] = []
  for (const path of open()) {
    await show(page, asked(path, 'elder=1'))
    const { body, smallest, ...found } = await page.evaluate<Measured>(measure)
    const small = smallest.filter(({ px }) => px < 18)
    const kinds = Object.entries({ small, ...found }).filter(([, list]) => list.length > 0)
    if (body < 22) wrong.push({ path, body })
    if (kinds.length > 0) wrong.push({ path, ...Object.fromEntries(kinds) })
  }
  expect(wrong).toEqual([])
}, 600_000)

test('the largest letters there are push nothing sideways on a telephone', async () => {
  const page = await d.person(phone)
  const wide: object[] = []
  for (const path of open()) {
    await show(page, asked(path, 'elder=30'))
    const px = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (px > 390) wide.push({ path, px })
  }
  expect(wide).toEqual([])
}, 600_000)

test('320 px wide, or 640 magnified twice, nothing has to be pushed sideways on the open door', async () => {
  const page = await d.person({ viewport: { width: 320, height: 640 } })
  for (const path of open()) {
    await show(page, path)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect({ path, wide: Math.max(320, wide) }).toEqual({ path, wide: 320 })
  }
})
