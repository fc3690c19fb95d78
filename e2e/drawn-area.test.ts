// Mr Sun wants news of what lies round his mother's house. He draws it on the map of the community; what goes out is the
// list of grids, and not where she lives.
import { beforeAll, expect, test } from 'vitest'
import { codes } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
beforeAll(async () => {
  d = await openDoors()
  const mail = {
    url: 'http://127.0.0.1:9',
    method: 'POST',
    secret: 's',
    from: 'x',
    perDay: 1,
  } as const
  d.app.config.gateways = { sms: null, mail }
})

async function draws() {
  const page = await d.person(phone)
  await page.goto(`/c/${codes.community}/alerts`)
  await page.getByRole('radio', { name: '只听几个网格' }).check()
  await page.getByText('在地图上划一块').click()
  const map = page.getByRole('img')
  await map.waitFor()
  const ticked = () =>
    page
      .getByRole('group', { name: '只听几个网格' })
      .getByRole('checkbox', { checked: true })
      .count()
  const tap = async (x: number, y: number) => {
    const box = (await map.boundingBox()) ?? { width: 0, height: 0 }
    await map.click({ position: { x: box.width * x, y: box.height * y } })
  }
  return { page, ticked, tap }
}

test('round a place: the grids it touches are named and ticked, and nothing else is sent', async () => {
  const { page, ticked, tap } = await draws()
  expect(await ticked()).toBe(0)
  await page.getByRole('radio', { name: '100 米' }).check()
  await tap(0.5, 0.5)
  await page.getByText(/碰到 \d+ 个网格：/).waitFor()
  const near = await ticked()
  expect(near).toBeGreaterThan(0)
  await page.getByRole('radio', { name: '3 公里' }).check()
  expect(await ticked()).toBeGreaterThanOrEqual(near)
  await page.getByRole('radio', { name: '100 米' }).check()
  expect(await ticked()).toBe(near)

  await page.getByLabel('邮箱地址').fill('sun@example.org')
  const [request] = await Promise.all([
    page.waitForRequest((each) => each.method() === 'POST'),
    page.getByRole('button', { name: /发确认码/ }).click(),
  ])
  const sent = request.postDataJSON() as { areas: string[] }
  expect(sent.areas).toHaveLength(near)
  expect(Object.keys(sent).toSorted()).toEqual([
    'agreed',
    'areas',
    'channel',
    'kinds',
    'lang',
    'pace',
    'to',
    'topics',
  ])
})

test('within corners, and without a map: by the keyboard from the middle of a grid', async () => {
  const { page, ticked, tap } = await draws()
  await page.getByRole('radio', { name: '点几个角围起来' }).check()
  await tap(0.1, 0.1)
  await tap(0.9, 0.1)
  expect(await ticked()).toBe(0)
  await tap(0.5, 0.9)
  await page.getByText(/碰到 \d+ 个网格：/).waitFor()
  expect(await ticked()).toBeGreaterThan(0)
  await page.getByRole('button', { name: '重新划' }).click()
  await page.getByText(/在地图上点三个角以上/).waitFor()

  await page.getByRole('radio', { name: '一个地方周围' }).check()
  const from = page.getByLabel(/从一个网格的中间算起/)
  await from.selectOption({ index: 1 })
  await page.getByText(/碰到 \d+ 个网格：/).waitFor()
  expect(await ticked()).toBeGreaterThan(0)
})
