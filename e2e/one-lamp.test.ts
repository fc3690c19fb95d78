// One lamp through every door: reported on the open one, given by keyboard on the desk, mended in the field, checked and
// closed by others, judged by the reporter; and the cockpit tells it by itself.
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { codes, points, report } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
let number: string
let secret: string
let cockpit: Page
const area = `/desk/cockpit/${codes.community}`
const openNow = (page: Page) =>
  page
    .getByRole('main')
    .getByText(/在办\s*\d+\s*件/)
    .first()

beforeAll(async () => {
  d = await openDoors()
  const receipt = await report(d.client())
  number = receipt.number
  secret = receipt.secret ?? ''
  cockpit = await d.staff('cao', area)
  await openNow(cockpit).waitFor()
  await cockpit.evaluate('window.sameAsBefore = true')
})

test('the dispatcher files, sorts and gives it without touching the mouse', async () => {
  const page = await d.staff('chen', '/desk/queues/toVerify')
  await page.getByText('路灯不亮').first().waitFor()
  await page.keyboard.press('j')
  await page.getByRole('article', { name: number }).waitFor()
  await page.keyboard.press('d')
  const form = page.getByRole('dialog')
  await form.getByRole('heading', { level: 2 }).waitFor()
  await form.getByRole('group', { name: '听起来像' }).waitFor()
  await page.keyboard.press('1')
  await form.getByLabel('符合立案条件').press('Space')
  await form.getByLabel('办到哪一级').selectOption('T1')
  // The likeliest receiver is proposed, with its reason; the list is only for choosing another.
  await form.getByText('第一网格').first().waitFor()
  await form.getByRole('combobox', { name: '派给谁（主办）' }).waitFor({ state: 'hidden' })
  await form.getByLabel('给承办单位的话').press('Enter')
  await form.waitFor({ state: 'hidden' })
  expect(
    await d.owner.query('select state from cases.cases where number = $1', [number]),
  ).toMatchObject({ rows: [{ state: 'DISPATCHED' }] })
})

test('the grid worker opens it, which signs for it, and hands in a photo, all with one thumb', async () => {
  const page = await d.staff('liu', '/field', {
    ...phone,
    geolocation: { longitude: points.lane.lon, latitude: points.lane.lat },
    permissions: ['geolocation'],
  })
  await page.getByRole('link', { name: '打开，签收' }).click()
  await page.getByText('已签收').waitFor()
  await page.getByRole('link', { name: '办好了，交结果' }).click()
  const photo = { name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await lampPhoto() }
  for (const which of ['办之前的照片', '办好之后的照片'])
    await page
      .getByRole('group', { name: which })
      .locator('input[type=file]')
      .last()
      .setInputFiles(photo)
  await page.getByLabel('做了什么').fill('换了灯泡，亮了')
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('交上去了，没经手的人会来核查').waitFor()
  expect(await tooSmall(page)).toEqual([])
})

test('somebody who did not handle it checks it, and the community closes it', async () => {
  const he = await d.staff('he', `/desk/cases/${number}`)
  await he.getByRole('button', { name: /核查通过/ }).click()
  await he.getByRole('dialog').getByLabel('看到了什么').fill('灯亮了，台阶看得清')
  await he.getByRole('dialog').getByRole('button', { name: '核查通过' }).click()
  await he.getByRole('dialog').waitFor({ state: 'hidden' })

  const wu = await d.staff('wu', `/desk/cases/${number}`)
  await wu.getByRole('button', { name: /^结案/ }).first().click()
  await wu.getByRole('dialog').getByLabel('写给反映人的话').fill('灯泡换好了，昨晚看过，亮着')
  await wu.getByRole('dialog').getByLabel('符合结案条件').check()
  await wu.getByRole('dialog').getByRole('button', { name: '结案' }).click()
  await wu.getByRole('dialog').waitFor({ state: 'hidden' })
})

test('the reporter has the last word, and gives a grade', async () => {
  const page = await d.person(phone)
  await page.goto('/follow')
  await page.getByLabel('编号').first().fill(number)
  await page.getByLabel('查询码').fill(secret.toLowerCase())
  await page.getByRole('button', { name: '看办到哪了' }).click()
  await page.getByRole('heading', { name: '您看，办好了吗？' }).waitFor()
  await page.getByRole('button', { name: '办好了', exact: true }).click()
  await page.getByRole('radio', { name: '非常满意' }).check()
  await page.getByRole('button', { name: '就这样评' }).click()
  await page.getByText('您评的是').waitFor()
  expect(await page.getByText('您说办好了').count()).toBeGreaterThan(0)
})

test('the cockpit, open all the while and never loaded again, counts one open case less and tells it', async () => {
  await cockpit
    .getByText(/在办\s*0\s*件|没有在办/)
    .first()
    .waitFor()
  const happening = await cockpit.getByRole('main').innerText()
  expect(happening).toContain('正在发生')
  expect(await cockpit.evaluate('window.sameAsBefore')).toBe(true)
})

const lampPhoto = () =>
  sharp({ create: { width: 800, height: 600, channels: 3, background: '#d9c9a0' } })
    .jpeg()
    .toBuffer()

/** Every control in sight that a thumb would miss. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('main button, main a, nav a')]
    .filter((it) => it.checkVisibility() && getComputedStyle(it).display !== 'inline')
    .map((it) => [it.textContent.trim(), it.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 && box.height > 1)
    .map(([text, box]) => text + ' ' + Math.round(box.height))`)
