// Everybody can use it: axe finds nothing serious on the pages of each door; large letters are as large as promised;
// nothing has to be pushed sideways on a narrow or magnified screen; a phone loads little.
import axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { packageRoot } from '#server/kit/package-root.ts'
import { type Doors, openDoors, phone } from './doors.ts'
import { type Furnished, fill, furnish } from './furnished.ts'
import { deskPages, fieldPages, openPages } from './pages.ts'

let d: Doors
let found: Furnished
beforeAll(async () => {
  d = await openDoors()
  found = await furnish(d)
})
const open = () => openPages.map((path) => fill(path, found))

test('axe finds nothing serious on the open door: Chinese, English, large letters', async () => {
  const page = await d.person(phone)
  for (const path of open())
    for (const mode of ['elder=0&lang=zh', 'lang=en', 'elder=1&lang=zh'])
      expect(await complaints(page, path + (path.includes('?') ? '&' : '?') + mode)).toEqual([])
}, 600_000)

test('nor on the desk, page by page', async () => {
  const outside = await d.person()
  expect(await complaints(outside, '/desk/sign-in')).toEqual([])
  const rooms = new Map<string, Page>()
  for (const [login, path] of deskPages) {
    const page = rooms.get(login) ?? (await d.staff(login, '/desk/sessions'))
    rooms.set(login, page)
    expect(await complaints(page, fill(path, found))).toEqual([])
  }
}, 600_000)

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
}, 600_000)

test('nor in the field', async () => {
  const page = await d.staff('liu', '/field', phone)
  for (const path of fieldPages) expect(await complaints(page, fill(path, found))).toEqual([])
}, 600_000)

test('nor at any question of a sheet, as large as it may be', async () => {
  const page = await d.person(phone)
  await show(page, `/s/${found.asking}?elder=1`)
  await page.getByRole('button', { name: '开始答' }).click()
  const next = page.getByRole('button', { name: /^(下一|看一遍再交)/ })
  let asked = 0
  for (; (await next.count()) > 0; asked++) {
    expect(await faults(page, `question ${asked}`)).toEqual([])
    const first = page.getByText('有', { exact: true })
    if (asked === 0) await first.click()
    await next.click()
  }
  expect(asked).toBeGreaterThan(0)
  expect(await faults(page, 'the sheet read once more')).toEqual([])
}, 600_000)

test('large letters are large: text from 22 px, nothing under 18, everything to press at least 60 high', async () => {
  const page = await d.person(phone)
  for (const path of open()) {
    await show(page, path + (path.includes('?') ? '&' : '?') + 'elder=1')
    const { body, smallest, low } = await page.evaluate<Measured>(measure)
    expect(body).toBeGreaterThanOrEqual(22)
    const small = smallest.filter(({ px }) => px < 18)
    expect({ path, small }).toEqual({ path, small: [] })
    expect({ path, low }).toEqual({ path, low: [] })
  }
})

test('320 px wide, or 640 magnified twice, nothing has to be pushed sideways on the open door', async () => {
  const page = await d.person({ viewport: { width: 320, height: 640 } })
  for (const path of open()) {
    await show(page, path)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect({ path, wide: Math.max(320, wide) }).toEqual({ path, wide: 320 })
  }
})

test('a neighbour who opens what is not his is told whose it is, and sees nothing of it', async () => {
  const page = await d.staff('xu', `/desk/cases/${found.number}`)
  await page.getByText('这里看不到这一件').waitFor()
  expect(await page.getByText('路灯不亮').count()).toBe(0)
})

// Under 130 kB is the aim for every page; where a page is not there yet its own ceiling holds it from growing.
const ceilings: Record<string, number> = {
  FollowPage: 166_000,
  ReportPage: 156_000,
  TaskPage: 168_000,
  HandlePage: 159_000,
  ThemeOpenPage: 160_000,
}
const pageMax = 150_000
const doorMax = 130_000

test('what a phone loads first stays within its budget, page by page', () => {
  for (const door of ['open', 'field']) {
    const html = readFileSync(join(packageRoot, `dist/web/${door}.html`), 'utf8')
    const first = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].flatMap(
      ([, file]) => file ?? [],
    )
    const frame = weigh(first)
    expect(frame).toBeGreaterThan(10_000)
    expect(frame).toBeLessThan(doorMax)
    for (const page of pagesOf(first)) {
      const max = ceilings[page.replace(/-.*/, '')] ?? pageMax
      expect({ page, over: Math.max(0, weigh([...first, page]) - max) }).toEqual({ page, over: 0 })
    }
  }
})

const asset = (file: string) => readFileSync(join(packageRoot, 'dist/web/assets', file))
const namesIn = (text: string, form: RegExp) =>
  [...text.matchAll(form)].flatMap(([, name]) => name ?? [])

/** The files behind the routes of a door: each is fetched when its page is opened. */
function pagesOf(files: string[]): string[] {
  const lazy = files.flatMap((file) =>
    namesIn(asset(file).toString(), /import\(["'`]\.\/([^"'`]+\.js)["'`]\)/g),
  )
  return [...new Set(lazy)].filter((file) => /Page-/.test(file))
}

/** Bytes on the wire of these files and of everything they cannot do without. */
function weigh(files: string[]): number {
  const all = new Set<string>()
  const add = (file: string) => {
    if (all.has(file)) return
    all.add(file)
    namesIn(asset(file).toString(), /(?:import|from)\s*["']\.\/([^"']+\.js)["']/g).forEach(add)
  }
  files.forEach(add)
  return [...all].reduce((sum, file) => sum + gzipSync(asset(file)).length, 0)
}

async function show(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(600)
}

async function complaints(page: Page, path: string): Promise<string[]> {
  await show(page, path)
  return faults(page, path)
}

async function faults(page: Page, path: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate<axe.AxeResults>('axe.run()')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
}

type Measured = { body: number; smallest: { text: string; px: number }[]; low: string[] }
const measure = `(() => {
  const seen = [...document.querySelectorAll('body *')].filter((it) => it.checkVisibility())
  const px = (it) => Number.parseFloat(getComputedStyle(it).fontSize)
  const written = seen.filter((it) => it.tagName !== 'OPTION' && !it.closest('svg, .k-sr, .k-skip') &&
    [...it.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== ''))
  const pressed = seen.filter((it) => it.matches('button, a, input:not([type=file]), select, summary, textarea') &&
    !it.matches('.k-skip') && getComputedStyle(it).display !== 'inline')
  return {
    body: px(document.body),
    smallest: written.map((it) => ({ text: it.textContent.slice(0, 30), px: px(it) })).sort((a, b) => a.px - b.px).slice(0, 3),
    low: pressed.map((it) => [it.outerHTML.slice(0, 90), it.getBoundingClientRect().height])
      .filter(([, height]) => height > 1 && height < 59.5).map(([html, height]) => Math.round(height) + ' ' + html),
  }
})()`
