// Mrs Li leaves no number: she lets her browser tell her. A browser without a screen reaches no push service, so the one of
// the stories lends it an address; what is sealed for it arrives at the real worker, which shows it.
import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { followForAlerts } from '#server/exchange/alert-following.ts'
import { tellAlerts } from '#server/exchange/alert-telling.ts'
import { sendMessages } from '#server/notices/sending.ts'
import * as board from '#core/notices/contract-board.ts'
import { type PushService, openPushService } from '#testing/push-service.ts'
import { followed } from '#testing/reacted.ts'
import { must } from '#testing/survey-town.ts'
import { comes } from '#testing/town-life.ts'
import { codes, commandId } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'
import { type Shown, lendsAddress, noticesOf, saysNo } from './lent-push.ts'

let d: Doors
let service: PushService
beforeAll(async () => {
  d = await openDoors()
  service = await openPushService()
  d.app.config.privateReceivers = true
  const mail = {
    url: 'http://127.0.0.1:9',
    method: 'POST',
    secret: 's',
    from: 'x',
    perDay: 1,
  } as const
  d.app.config.gateways = { sms: null, mail }
  d.app.config.push = { services: ['127.0.0.1'], contact: 'https://linli.example', perDay: 1000 }
})

const page = `/c/${codes.community}/alerts`
const allow = '看过了，同意，打开通知'

test('without a push service in reach the page says so, and nothing was set up', async () => {
  const screen = await d.person(phone)
  await screen.context().grantPermissions(['notifications'])
  await screen.goto(page)
  await screen.getByRole('radio', { name: /这个浏览器的通知/ }).check()
  await screen.getByRole('button', { name: allow }).click()
  await screen.getByText(/浏览器连不上厂商的通知服务/).waitFor()
})

test('who says no to the browser has nothing set up, and is asked only after pressing', async () => {
  const screen = await d.person(phone)
  await screen.addInitScript(saysNo)
  const asked = () => screen.evaluate<number>('asked')
  await screen.goto(page)
  await screen.getByRole('radio', { name: /这个浏览器的通知/ }).check()
  expect(await asked()).toBe(0)
  await screen.getByRole('button', { name: allow }).click()
  await screen.getByText(/通知没有打开，什么也没有订/).waitFor()
  expect(await asked()).toBe(1)
})

test('she presses once and is told: the notice is shown by the worker, and one press ends it', async () => {
  const screen = await d.person(phone)
  await screen.context().grantPermissions(['notifications'])
  const browser = service.browser(await keyOfPage(screen))
  await screen.addInitScript(lendsAddress(browser.address))
  await screen.goto(page)
  await screen.getByRole('radio', { name: /这个浏览器的通知/ }).check()
  await screen.getByRole('button', { name: allow }).click()
  await screen.getByText(/由浏览器通知您/).waitFor()
  await screen.goto(page)
  await screen.getByRole('link', { name: '改一改，或不再收' }).waitFor()

  await hangs('周二停水 🚰')
  expect(browser.came).toHaveLength(1)
  const shown = await delivered(screen, JSON.stringify(browser.came[0]?.pushed))
  expect(shown).toEqual([
    { title: '同景社区', body: '公告：周二停水 🚰', link: browser.came[0]?.pushed.link },
  ])
  // What comes later of the same matter takes its place; what cannot be read is said, too.
  const tag = browser.came[0]?.pushed.tag ?? ''
  await delivered(
    screen,
    JSON.stringify({ ...browser.came[0]?.pushed, body: '公告更正：周三停水' }),
  )
  const last = await delivered(screen, '不是给你的')
  expect(tag).not.toBe('')
  expect(last.map(({ body }) => body)).toEqual(
    expect.arrayContaining(['公告更正：周三停水', '有新消息 · There is news']),
  )
  expect(last).toHaveLength(2)

  await screen.getByRole('link', { name: '改一改，或不再收' }).click()
  await screen.getByRole('button', { name: '不再收，删掉我的地址' }).click()
  await screen.getByText('退订了').first().waitFor()
  await hangs('又停水')
  expect(browser.came).toHaveLength(1)
  await screen.goto(page)
  await screen.getByText('这个浏览器的通知').waitFor()
  expect(await screen.getByText('这个浏览器已经在收').count()).toBe(0)
})

async function keyOfPage(screen: Page): Promise<string> {
  const answer = await screen.request.get(`${d.address}/api/communities/${codes.community}/alerts`)
  return ((await answer.json()) as { push: { key: string } }).push.key
}

async function hangs(title: string): Promise<void> {
  const today = new Date(Date.parse(d.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10)
  const wu = await comes(d, 'wu')
  must(
    await wu.call(board.publishNotice, {
      commandId: commandId(),
      code: codes.community,
      postId: commandId(),
      category: 'outage',
      title,
      body: '请提前储水。',
      gridCode: null,
      fromOn: today,
      untilOn: today,
      photo: null,
      paper: null,
    }),
  )
  await followed(d.app, () => followForAlerts(d.app))
  await tellAlerts(d.app)
  await sendMessages(d.app)
}

/** As the browser hands it over once it came in; then what stands in the person's list of notices. */
async function delivered(screen: Page, text: string): Promise<Shown[]> {
  const line = await screen.context().newCDPSession(screen)
  const known = new Promise<string>((found) => {
    line.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${d.address}/alerts`)
      if (own !== undefined) found(own.registrationId)
    })
  })
  await line.send('ServiceWorker.enable')
  const registrationId = await known
  await line.send('ServiceWorker.deliverPushMessage', {
    origin: d.address,
    registrationId,
    data: text,
  })
  await screen.waitForTimeout(500) // The worker answers nobody: there is nothing to wait for.
  await line.detach()
  return screen.evaluate<Shown[]>(noticesOf)
}
