// Everybody can use it: axe finds nothing serious on the main pages of each door; large letters are as large as promised;
// nothing has to be pushed sideways on a narrow or magnified screen; a phone loads little.
import axe from 'axe-core'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { packageRoot } from '#server/kit/package-root.ts'
import { codes, report } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
let number: string
beforeAll(async () => {
  d = await openDoors()
  number = (await report(d.client())).number
})

const open = [`/c/${codes.community}`, `/report?community=${codes.community}`, '/follow']
const desk = () => [
  '/desk/queues/toVerify',
  `/desk/cases/${number}`,
  `/desk/cockpit/${codes.community}`,
]

test('axe finds nothing serious on the open door: Chinese, English, large letters', async () => {
  const page = await d.person(phone)
  for (const path of open)
    for (const mode of ['elder=0&lang=zh', 'lang=en', 'elder=1&lang=zh'])
      expect(await complaints(page, path + (path.includes('?') ? '&' : '?') + mode)).toEqual([])
})

test('nor on the desk', async () => {
  const outside = await d.person()
  expect(await complaints(outside, '/desk/sign-in')).toEqual([])
  const page = await d.staff('chen', '/desk/queues/toVerify')
  for (const path of desk()) expect(await complaints(page, path)).toEqual([])
})

test('nor in the field', async () => {
  const page = await d.staff('liu', '/field', phone)
  for (const path of ['/field', '/field/report']) expect(await complaints(page, path)).toEqual([])
})

test('large letters are large: text from 22 px, nothing under 18, everything to press at least 60 high', async () => {
  const page = await d.person(phone)
  for (const path of open) {
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
  for (const path of open) {
    await show(page, path)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect({ path, wide: Math.max(320, wide) }).toEqual({ path, wide: 320 })
  }
})

test('a neighbour who opens what is not his is told whose it is, and sees nothing of it', async () => {
  const page = await d.staff('xu', `/desk/cases/${number}`)
  await page.getByText('这里看不到这一件').waitFor()
  expect(await page.getByText('路灯不亮').count()).toBe(0)
})

test('the first page of a phone brings less than 130 kB of program', () => {
  for (const door of ['open', 'field']) {
    const html = readFileSync(join(packageRoot, `dist/web/${door}.html`), 'utf8')
    const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(
      ([, file]) => file,
    )
    const bytes = files.map(
      (file) => gzipSync(readFileSync(join(packageRoot, 'dist/web', file ?? ''))).length,
    )
    const sum = bytes.reduce((all, one) => all + one, 0)
    expect(sum).toBeGreaterThan(10_000)
    expect(sum).toBeLessThan(130_000)
  }
})

async function show(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(600)
}

async function complaints(page: Page, path: string): Promise<string[]> {
  await show(page, path)
  await page.evaluate(axe.source)
  const found = await page.evaluate<axe.AxeResults>('axe.run()')
  return found.violations
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
