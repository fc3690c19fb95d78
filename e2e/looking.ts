// What browser stories ask of any page: that it stands, what axe finds wrong with it, and how large its letters are.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Opens a page and waits until it is there and still. */
export async function show(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(600)
}

/** What axe calls serious or worse on a page. */
export async function complaints(page: Page, path: string): Promise<string[]> {
  await show(page, path)
  return faults(page, path)
}

/** The same of the page as it stands now. */
export async function faults(page: Page, path: string): Promise<string[]> {
  await page.evaluate(axe.source)
  const results = await page.evaluate<axe.AxeResults>('axe.run()')
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${path} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    )
}

export type Measured = { body: number; smallest: { text: string; px: number }[]; low: string[] }
/** Sizes of letters and of what is pressed, read in the page. */
export const measure = `(() => {
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
