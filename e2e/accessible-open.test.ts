// Everybody can use the open door: axe finds nothing serious on its pages; large letters are as large as promised; nothing
// has to be pushed sideways on a narrow or magnified screen. Each page is opened three times, and everything is asked then.
import { beforeAll, expect, test } from 'vitest'
import { type Doors, openDoors, phone } from './doors.ts'
import { type Furnished, fill, furnish } from './furnished.ts'
import { type Measured, asked, faults, measure, show, still, walkTo } from './looking.ts'
import { openPages } from './pages.ts'

type Wide = { path: string; px: number }

const modes = { zh: 'elder=0&lang=zh', en: 'lang=en', large: 'elder=1&lang=zh' }
let d: Doors
let found: Furnished
const headings: string[] = []
const wrong: string[] = []
/** How wide the content is on 320 px, or on 640 magnified twice. */
const narrow: Wide[] = []
const large: (Measured & { path: string })[] = []
/** How wide it is on a telephone in the largest letters there are. */
const largest: Wide[] = []

beforeAll(async () => {
  d = await openDoors()
  found = await furnish(d)
  const page = await d.person(phone)
  const paths = openPages.map((path) => fill(path, found))
  const width = async (path: string): Promise<Wide> => ({
    path,
    px: await page.evaluate<number>('document.documentElement.scrollWidth'),
  })
  for (const mode of ['zh', 'en', 'large'] as const) {
    await show(page, asked(paths[0]!, modes[mode]))
    for (const path of paths) {
      const heading = await walkTo(page, path)
      if (mode === 'zh') headings.push(heading)
      wrong.push(...(await faults(page, `${mode} ${path}`)))
      if (mode === 'zh') {
        await page.setViewportSize({ width: 320, height: 640 })
        await still(page)
        narrow.push(await width(path))
        await page.setViewportSize(phone.viewport!)
      }
      if (mode === 'large') {
        large.push({ path, ...(await page.evaluate<Measured>(measure)) })
        const size = (px: number) =>
          page.evaluate(`document.documentElement.setAttribute('data-elder', '${px}')`)
        await size(30)
        await still(page)
        largest.push(await width(path))
        await size(22)
      }
    }
  }
})

test('each page was reached, and says what it is', () => {
  expect(headings).toHaveLength(openPages.length)
  expect(headings).not.toContain('')
  expect(new Set(headings).size).toBeGreaterThan(openPages.length * 0.7)
})

test('axe finds nothing serious on the open door: Chinese, English, large letters', () => {
  expect(wrong).toEqual([])
})

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
    await still(page) // The same button stands under the next question: it is no sign that it has come.
  }
  expect(asked).toBeGreaterThan(0)
  expect(await faults(page, 'the sheet read once more')).toEqual([])
})

test('large letters are large, clear and easy to press, on every page: text from 22 px, nothing under 18, targets 60 by 60, contrast 5.2', () => {
  expect(large).toHaveLength(openPages.length)
  const small = large.flatMap(({ path, body, smallest, ...more }): object[] => {
    const under = smallest.filter(({ px }) => px < 18)
    const kinds = Object.entries({ under, ...more }).filter(([, list]) => list.length > 0)
    return [
      ...(body < 22 ? [{ path, body }] : []),
      ...(kinds.length > 0 ? [{ path, ...Object.fromEntries(kinds) }] : []),
    ]
  })
  expect(small).toEqual([])
})

test('the largest letters there are push nothing sideways on a telephone', () => {
  expect(largest).toHaveLength(openPages.length)
  expect(largest.filter(({ px }) => px > 390)).toEqual([])
})

test('320 px wide, or 640 magnified twice, nothing has to be pushed sideways on the open door', () => {
  expect(narrow).toHaveLength(openPages.length)
  expect(narrow.filter(({ px }) => px > 320)).toEqual([])
})
