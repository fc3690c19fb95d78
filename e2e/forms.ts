// How people of browser stories fill forms and read sheets: fields by their labels, dialogs by their verb, PDF by its words.
import { spawnSync } from 'node:child_process'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The last part of the address: the id of what a page is about. */
export const last = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
export const dialogGone = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })

/** Fields by how their label begins; a list is chosen from, everything else is typed. */
export async function fills(form: Page | Locator, typed: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(typed)) {
    const field = form
      .getByLabel(new RegExp(`^${label.replaceAll(/[()]/g, '\\$&')}(\\s|$)`))
      .first()
    const list = await field.evaluate((node) => node.tagName === 'SELECT')
    await (list ? field.selectOption({ label: value }) : field.fill(value))
  }
}

/** Fills the dialog that is open and keeps it. */
export async function keeps(
  page: Page,
  typed: Record<string, string>,
  verb = '存下',
): Promise<void> {
  const dialog = page.getByRole('dialog')
  await fills(dialog, typed)
  await dialog.getByRole('button', { name: verb, exact: true }).click()
  await dialogGone(page)
}

/** What a reader of PDF finds on a sheet of one page; a machine without one takes the sheet's word for being a PDF. */
export function expectOnSheet(bytes: Buffer, words: string[]): void {
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const found = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes })
  if (found.error !== undefined) return
  const text = found.stdout.toString().replaceAll(/\s/g, '')
  for (const each of words) expect(text).toContain(each.replaceAll(/\s/g, ''))
}
