// A shift without a signal: liu opens the door on a stairwell, hands in a task with photos, reports a find and settles it
// on the spot. The line comes back while somebody else holds the phone: nothing goes under another name, and once liu is
// back everything arrives, once and in order.
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { keepTemplate } from '#core/cases/contract-templates.ts'
import { townPassword } from '#testing/people-town.ts'
import { must, teams } from '#testing/town-life.ts'
import { codes, commandId, fileAndGive, points, report } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'
import { type Line, openLine } from './line.ts'

let d: Doors
let line: Line
let liu: Page
let handset: BrowserContext
let number: string

const airplane = async (on: boolean) => {
  await (on ? line.cut() : line.mend())
  await handset.setOffline(on)
}
const photo = async (name: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: { width: 640, height: 480, channels: 3, background: name === 'a' ? '#d9c9a0' : '#7a8' },
  })
    .jpeg()
    .toBuffer(),
})
const takes = async (page: Page, group: string, name: string) =>
  page
    .getByRole('group', { name: group })
    .locator('input[type=file]')
    .last()
    .setInputFiles(await photo(name))

type Told = { number: string; moves: string }
/** Every case with its journal, oldest first: what the server knows. */
const told = async () =>
  (
    await d.owner.query<Told>(
      `select c.number, string_agg(e.move, ' ' order by e.version) as moves
         from cases.cases c join cases.entries e on e.case_id = c.id
        group by c.number order by c.number`,
    )
  ).rows
const given = 'report accept triage dispatch'

/** What lies in a store of this phone, by key and owner. */
const onPhone = (page: Page, store: 'facts' | 'attachments') =>
  page.evaluate<{ key: string; owner: string }[]>(`(async () => {
    const open = indexedDB.open('linli-field')
    await new Promise((done) => (open.onsuccess = done))
    const all = open.result.transaction('${store}').objectStore('${store}').getAll()
    await new Promise((done) => (all.onsuccess = done))
    return all.result.map(({ key, owner }) => ({ key, owner }))
  })()`)

/** Of the door's files, the task, the kinds, the templates and the map, what is not on the phone yet. */
async function missingOn(page: Page): Promise<string[]> {
  const door = await page.evaluate<string>(
    `navigator.serviceWorker.getRegistration('/field').then((it) => String(it?.active?.state))`,
  )
  const keys = (await onPhone(page, 'facts')).map(({ key }) => key)
  const wanted = [
    `"getCase",{"number":"${number}"`,
    '"listCategories"',
    '"listTemplates"',
    '"readAreaMap"',
  ]
  const parts = wanted.filter((part) => !keys.some((key) => key.includes(part)))
  return door === 'activated' ? parts : [`the door: ${door}`, ...parts]
}

const waitsIn = async (page: Page) => {
  await page.getByRole('link', { name: '待发' }).click()
  await page.getByRole('heading', { name: '待发', level: 1 }).waitFor()
  const rows = page.locator('.field-outbox > li > b')
  await rows.or(page.getByText('没有待发的')).first().waitFor()
  return rows.allInnerTexts()
}
const signsIn = async (page: Page, login: string) => {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(townPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '任务' }).waitFor()
}

beforeAll(async () => {
  d = await openDoors()
  line = await openLine(d.address)
  number = (await report(d.client())).number
  must(await fileAndGive(await d.as('wu'), number, teams.grid))
  const said = { code: codes.community, move: 'handle' as const, category: null, replaces: null }
  const words = '{地点}的灯换好了，晚上请再看一眼。编号{编号}。'
  const kept = { commandId: commandId(), ...said, title: '灯换好了', words }
  must(await (await d.as('he')).call(keepTemplate, kept))
  liu = await d.staff('liu', '/field', {
    ...phone,
    baseURL: line.address,
    geolocation: { longitude: points.lane.lon, latitude: points.lane.lat },
    permissions: ['geolocation'],
  })
  handset = liu.context()
})

test('with a signal the phone takes along what it will need', async () => {
  await liu.getByRole('link', { name: '打开，签收' }).waitFor()
  await expect.poll(() => missingOn(liu)).toEqual([])
  // The door opens from the phone the next time it is opened.
  await liu.reload()
  await liu.getByRole('link', { name: '打开，签收' }).waitFor()
})

test('without one the door opens, the task is signed for and handed in with its photos', async () => {
  await airplane(true)
  await liu.reload()
  await liu.getByText('离线').first().waitFor()
  // The map of the tasks is on the phone, too: its one point opens the one task.
  await liu.getByRole('link', { name: '在地图上看' }).click()
  await liu.locator('.point-map-mark').click()
  await liu.getByText('记在这台手机上').first().waitFor()
  await liu.getByRole('link', { name: '办好了，交结果' }).click()
  await takes(liu, '办好之后的照片', 'b')
  // What the office often says is on the phone, too, and is filled from the case; the words stay liu's.
  await liu.getByLabel('用答复模板').selectOption({ label: '灯换好了' })
  const written = liu.getByLabel('做了什么')
  expect(await written.inputValue()).toMatch(
    new RegExp(`^同景.*的灯换好了，晚上请再看一眼。编号${number}。$`),
  )
  await written.fill('换了灯泡，亮了')
  await liu.getByRole('button', { name: '发送' }).click()
  await liu.getByText('没有信号，已经放进待发').waitFor()
  await liu.getByRole('heading', { name: '手上没有要办的件' }).waitFor()
})

test('a find is reported and settled on the spot, though it has no number yet', async () => {
  await liu.getByRole('link', { name: '上报' }).click()
  await takes(liu, '拍照', 'a')
  await liu.getByRole('radio').first().check()
  await liu.getByLabel('说一句').fill('楼道里的旧沙发，挡着路')
  await liu.getByRole('button', { name: '当场已办好' }).click()
  await liu.getByRole('heading', { name: '当场办好了' }).waitFor()
  await takes(liu, '办好之后的照片', 'b')
  await liu.getByLabel('做了什么').fill('和住户一起搬走了')
  await liu.getByRole('button', { name: '发送' }).click()
  await liu.getByRole('heading', { name: '手上没有要办的件' }).waitFor()
  await liu.reload()
  const waits = ['签收', '处置反馈', '上报一件', '自行处置']
  expect(await waitsIn(liu)).toEqual(waits)
  expect(await told()).toEqual([{ number, moves: given }])
})

test('a note is jotted down and made a case with one press, on the phone alone', async () => {
  await liu.getByRole('link', { name: '任务' }).click()
  await liu.getByRole('link', { name: '巡查、走访记录' }).click()
  await liu.getByLabel('什么事，在哪里').fill('几位老人说菜市坝路面滑')
  await liu.getByRole('button', { name: '记下', exact: true }).click()
  await liu.getByRole('button', { name: '变成一件' }).click()
  await liu.getByText('连上网就变成一件', { exact: true }).waitFor()
  expect(await waitsIn(liu)).toContain('把记录变成一件')
})

test('the line is back and zhou has the phone: zhou neither sees nor sends what liu did', async () => {
  await handset.clearCookies()
  // liu's page stays open behind zhou's, and hears nothing yet.
  await liu.route('**/api/**', (route) => route.abort())
  await airplane(false)
  const zhou = await handset.newPage()
  await zhou.goto('/field/sign-in')
  await signsIn(zhou, 'zhou')
  expect(await waitsIn(zhou)).toEqual([])
  // Now it does, with zhou's cookie: it tries, and is told that this is not liu.
  const turnedAway = liu.waitForResponse((answer) => answer.status() === 401)
  await liu.unroute('**/api/**')
  expect((await turnedAway).request().method()).toBe('POST')
  expect(await told()).toEqual([{ number, moves: given }])
  const owners = (await onPhone(zhou, 'facts')).map(({ owner }) => owner)
  expect([...new Set(owners)]).toEqual([d.town.person['zhou']])
  await zhou.getByRole('link', { name: '我', exact: true }).click()
  await zhou.getByRole('button', { name: '退出登录' }).click()
  await zhou.getByLabel('账号').waitFor()
  await zhou.close()
})

test('liu signs in again: everything arrives by itself, once, in order, each photo in its place', async () => {
  await liu.goto('/field/sign-in')
  await signsIn(liu, 'liu')
  await expect
    .poll(async () => (await told()).map(({ moves }) => moves))
    .toEqual([`${given} acceptDuty handle`, 'report selfHandle', 'report'])
  expect(await waitsIn(liu)).toEqual([])
  const proofs = await d.owner.query<{ before: number; after: number; claimed: number }>(
    `select cardinality(p.photos_before) as before, cardinality(p.photos_after) as after,
            (select count(*)::int from files.files f
              where f.claimed_at is not null
                and f.hash = any(p.photos_before || p.photos_after)) as claimed
       from cases.proofs p order by p.at`,
  )
  expect(proofs.rows.map((row) => [row.before, row.after])).toEqual([
    [0, 1],
    [0, 1],
  ])
  expect(proofs.rows.every((row) => row.claimed === row.before + row.after)).toBe(true)
  expect(await onPhone(liu, 'attachments')).toEqual([])
})
