// The small town behind a real port, and people before real screens: what every browser story begins with.
// Its clock runs, since the pages learn the time from the server's answers.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchBrowser } from '#testing/chromium.ts'
import { whenDone } from '#testing/closing.ts'
import { townPassword } from '#testing/people-town.ts'
import { type Town, openTown } from '#testing/town.ts'

export type Doors = Town & {
  address: string
  browser: Browser
  /** A new person before a screen of their own: nothing remembered, not signed in. */
  person: (screen?: BrowserContextOptions) => Promise<Page>
  /** The same, signed in at a door of the staff and standing at `path`. */
  staff: (login: string, path: string, screen?: BrowserContextOptions) => Promise<Page>
  /** Days pass. Whoever was signed in signs in again. */
  later: (days: number) => void
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

/** The Monday after today: a week that is all to come, whenever the story is told. */
export function nextMonday(): string {
  const today = new Date(Date.now() + 8 * 3_600_000)
  const ahead = 8 - (today.getUTCDay() || 7)
  return new Date(today.getTime() + ahead * 86_400_000).toISOString().slice(0, 10)
}

const faults: string[] = []
const pages: Page[] = []

/** What was on the screens when a story broke lies in shots/, which is not kept. */
export async function keepScreens(story: string): Promise<void> {
  for (const [n, page] of pages.entries())
    await page.screenshot({ path: `shots/${story}-${n}.png` }).catch(() => undefined)
}

export async function openDoors(): Promise<Doors> {
  const town = await openTown({ startAt: new Date().toISOString() })
  let ahead = 0
  const tick = () => town.clock.set(new Date(Date.now() + ahead).toISOString())
  const ticking = setInterval(tick, 50)
  const address = await town.server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  whenDone(async () => {
    clearInterval(ticking)
    await browser.close()
    pages.length = 0
    expect(faults.splice(0), 'what went wrong inside the pages').toEqual([])
  })
  const person = async (screen: BrowserContextOptions = desk) => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      baseURL: address,
      ...screen,
    })
    context.setDefaultTimeout(60_000)
    const page = await context.newPage()
    pages.push(page)
    page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`))
    page.on('console', (said) => {
      if (/Content Security Policy/.test(said.text())) faults.push(`${page.url()}: ${said.text()}`)
    })
    return page
  }
  const staff = async (login: string, path: string, screen: BrowserContextOptions = desk) => {
    const page = await person(screen)
    const door = path.startsWith('/field') ? 'field' : 'desk'
    await page.goto(`/${door}/sign-in?then=${encodeURIComponent(path)}`)
    await page.getByLabel('账号').fill(login)
    await page.getByLabel('密码').fill(townPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === new URL(path, address).pathname)
    return page
  }
  const later = (days: number) => {
    ahead += days * 86_400_000
    tick()
  }
  return { ...town, address, browser, person, staff, later }
}
