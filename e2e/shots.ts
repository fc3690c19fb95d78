// The pictures of the README, taken from a running demo: npx tsx --conditions=source e2e/shots.ts [address] [name …].
// Each is one page as a newcomer sees it; no name given, all are taken.
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { packageRoot } from '#server/kit/package-root.ts'
import { launchBrowser } from '#testing/chromium.ts'
import { demoPassword } from '#tools/demo/staff.ts'

type Size = { width: number; height: number }
type Shot = {
  name: string
  size: Size
  path: string
  login?: 'chen' | 'liu' | 'lead' | 'shuji'
  /** What is done on the page before the picture. */
  before?: (page: Page) => Promise<void>
}

const desk: Size = { width: 1440, height: 900 }
const phone: Size = { width: 390, height: 844 }
const wall: Size = { width: 1920, height: 1080 }
const community = '500108006008'

const shots: Shot[] = [
  { name: 'cockpit', size: desk, path: '/desk/cockpit/500108006', login: 'lead' },
  { name: 'desk', size: desk, path: '/desk/queues/overdue', login: 'chen', before: next },
  { name: 'case', size: desk, path: '/desk/queues/overdue', login: 'chen', before: openFirst },
  { name: 'wall', size: wall, path: '/desk/wall/500108006', login: 'lead' },
  { name: 'field', size: phone, path: '/field/report', login: 'liu' },
  { name: 'open', size: phone, path: `/c/${community}` },
  { name: 'report', size: phone, path: `/report?community=${community}`, before: write },
  { name: 'elder', size: phone, path: `/c/${community}?elder=1` },
]

async function next(page: Page): Promise<void> {
  await page.keyboard.press('j')
}

async function openFirst(page: Page): Promise<void> {
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/desk\/cases\//)
}

async function write(page: Page): Promise<void> {
  await page
    .getByRole('textbox', { name: '是什么事' })
    .fill('步道第二个拐弯的路灯不亮，晚上看不清台阶')
}

async function signIn(page: Page, shot: Shot, address: string): Promise<void> {
  if (shot.login === undefined) return void (await page.goto(address + shot.path))
  const door = shot.path.startsWith('/field') ? 'field' : 'desk'
  await page.goto(`${address}/${door}/sign-in?then=${encodeURIComponent(shot.path)}`)
  await page.getByLabel('账号').fill(shot.login)
  await page.getByLabel('密码').fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** Pages keep a line open, so silence of the network is never reached: wait for the fonts, then for the page to rest. */
async function rest(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForTimeout(1500)
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.waitForTimeout(500)
}

async function take(browser: Browser, shot: Shot, address: string): Promise<void> {
  const context = await browser.newContext({
    viewport: shot.size,
    deviceScaleFactor: shot.size.width < 600 ? 2 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  try {
    const page = await context.newPage()
    await signIn(page, shot, address)
    await rest(page)
    if (shot.before !== undefined) {
      await shot.before(page)
      await rest(page)
    }
    const file = join(packageRoot, 'docs/shots', `${shot.name}.png`)
    await sharp(await page.screenshot())
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(file)
    console.log(`docs/shots/${shot.name}.png ${Math.ceil(statSync(file).size / 1024)} kB`)
  } finally {
    await context.close()
  }
}

const [address = 'http://127.0.0.1:8141', ...names] = process.argv.slice(2)
mkdirSync(join(packageRoot, 'docs/shots'), { recursive: true })
const browser = await launchBrowser()
try {
  for (const shot of shots)
    if (names.length === 0 || names.includes(shot.name)) await take(browser, shot, address)
} finally {
  await browser.close()
}
