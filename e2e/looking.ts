// What browser stories ask of any page: that it stands, what axe finds wrong with it, and how large its letters are.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page, Request } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Opens a page and waits until it is whole. */
export async function show(page: Page, path: string): Promise<void> {
  underwayIn(page)
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await still(page)
}

/**
 * Goes to another page of the same door as its links do, without loading the door anew: for walks over many pages. Each
 * door is loaded whole by `show` before. Answers what the page calls itself.
 */
export async function walkTo(page: Page, path: string): Promise<string> {
  const go = `document.querySelector('h1')?.setAttribute('data-before', '')
    history.pushState(null, '', ${JSON.stringify(path)})
    dispatchEvent(new PopStateEvent('popstate'))`
  await page.evaluate(go)
  await still(page)
  // A view of the same page keeps its heading. Of another page the code may be asked for a moment later than we look.
  const before = page.locator('h1[data-before]')
  for (let looks = 0; looks < 3 && (await before.count()) > 0; looks += 1) await still(page)
  const heading = page.getByRole('heading', { level: 1 }).first()
  await heading.waitFor()
  return heading.innerText()
}

const underwayOf = new WeakMap<Page, Set<Request>>()

/** What the page has asked for and not yet had; the live line never ends and does not count. */
function underwayIn(page: Page): Set<Request> {
  const known = underwayOf.get(page)
  if (known !== undefined) return known
  const underway = new Set<Request>()
  underwayOf.set(page, underway)
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') underway.add(request)
  })
  page.on('requestfinished', (request) => underway.delete(request))
  page.on('requestfailed', (request) => underway.delete(request))
  page.on('framenavigated', () => underway.clear())
  return underway
}

/** Nothing is on its way, the letters are there, and nothing was drawn anew for a moment: however slow the machine. */
export async function still(page: Page): Promise<void> {
  const underway = underwayIn(page)
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    await page.evaluate(untilAtRest)
    if (underway.size === 0) return
  }
  const left = [...underway].map((request) => request.url())
  throw new Error(`${page.url()} does not come to rest; it waits for ${left.join(', ')}`)
}

const patienceMs = 60_000
const untilAtRest = `document.fonts.ready.then(() => new Promise((resolve) => {
  const rested = () => { watch.disconnect(); resolve() }
  let timer = setTimeout(rested, 120)
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(rested, 120) })
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}))`

/** What axe calls serious or worse on a page. */
export async function complaints(page: Page, path: string): Promise<string[]> {
  await show(page, path)
  return faults(page, path)
}

/** The same of the page as it stands now. */
export async function faults(page: Page, path: string): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe)
  const results = await page.evaluate<AxeResults>(`axe.run({ resultTypes: ['violations'] })`)
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
}

/** A query of one's own, before the fragment that carries a secret. */
export function asked(path: string, query: string): string {
  const [before = '', secret] = path.split('#')
  const whole = `${before}${before.includes('?') ? '&' : '?'}${query}`
  return secret === undefined ? whole : `${whole}#${secret}`
}

export type Measured = {
  body: number
  smallest: { text: string; px: number }[]
  low: string[]
  narrow: string[]
  faint: string[]
  thin: string[]
}
/**
 * Sizes of letters and of what is pressed, the contrast of every text to what lies behind it, and the edges of what is
 * filled in, read in the page.
 */
export const measure = `(() => {
  const seen = [...document.querySelectorAll('body *')].filter((it) => it.checkVisibility())
  const px = (it) => Number.parseFloat(getComputedStyle(it).fontSize)
  const written = seen.filter((it) => it.tagName !== 'OPTION' && !it.closest('svg, .k-sr, .k-skip') &&
    [...it.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== ''))
  const pressed = seen.filter((it) => it.matches('button, a, input:not([type=file]), select, summary, textarea') &&
    !it.matches('.k-skip') && getComputedStyle(it).display !== 'inline')
    // Of a tick, a tile and a chip the whole label is pressed.
    .map((it) => it.matches('input[type=radio], input[type=checkbox], .k-chip-select > select') ? it.closest('label') ?? it : it)
  return {
    body: px(document.body),
    smallest: written.map((it) => ({ text: it.textContent.slice(0, 30), px: px(it) })).sort((a, b) => a.px - b.px).slice(0, 3),
    low: pressed.map((it) => [it.outerHTML.slice(0, 90), it.getBoundingClientRect().height])
      .filter(([, height]) => height > 1 && height < 59.5).map(([html, height]) => Math.round(height) + ' ' + html),
    narrow: pressed.map((it) => [it.outerHTML.slice(0, 90), it.getBoundingClientRect().width])
      .filter(([, width]) => width > 1 && width < 59.5).map(([html, width]) => Math.round(width) + ' ' + html),
    faint: written.filter((it) => !it.closest('[aria-disabled=true], .is-off'))
      .map((it) => [it.textContent.trim().slice(0, 30), contrastOf(it)])
      .filter(([, ratio]) => ratio !== null && ratio < 5.195).map(([text, ratio]) => ratio.toFixed(2) + ' ' + text),
    thin: seen.filter((it) => it.matches('input:not([type=radio], [type=checkbox], [type=file]), :not(.k-chip-select) > select, textarea, .k-btn-plain'))
      .filter((it) => { const s = getComputedStyle(it); return s.borderStyle !== 'none' && Number.parseFloat(s.borderTopWidth) < 2 })
      .map((it) => it.outerHTML.slice(0, 90)),
  }
  function colour(text) {
    const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\\d.]+/g) ?? []).map(Number)
    return /^color\\(/.test(text) ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
  }
  function over([r, g, b, a], under) {
    return [r, g, b].map((part, i) => part * a + under[i] * (1 - a))
  }
  /** Null where a picture lies behind it. */
  function behind(it) {
    if (it === null) return [255, 255, 255]
    const style = getComputedStyle(it)
    if (style.backgroundImage !== 'none') return null
    const own = colour(style.backgroundColor)
    if (own[3] === 1) return own.slice(0, 3)
    const under = behind(it.parentElement)
    return under === null ? null : over(own, under)
  }
  function light(rgb) {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  function contrastOf(it) {
    const ground = behind(it)
    if (ground === null) return null
    const [a, b] = [light(over(colour(getComputedStyle(it).color), ground)), light(ground)].sort((x, y) => y - x)
    return (a + 0.05) / (b + 0.05)
  }
})()`
