// Before and after: liu takes the first photo in the morning, closes the page, is told what is still missing, takes the
// second and says a word about it without a signal; whoever checks sees the two side by side, hears and writes it down.
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { must, teams } from '#testing/town-life.ts'
import { fileAndGive, points, report } from '#testing/town.ts'
import { type Doors, openDoors, phone } from './doors.ts'

let d: Doors
let liu: Page
let handset: BrowserContext
let number: string

const photo = async (background: string) => ({
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer(),
})
const side = (group: string) => liu.getByRole('group', { name: group })
const takes = async (group: string, colour: string) =>
  side(group)
    .locator('input[type=file]')
    .last()
    .setInputFiles(await photo(colour))
const needs = () =>
  liu.getByRole('list', { name: '这一类要什么，还差什么' }).getByRole('listitem').allInnerTexts()

beforeAll(async () => {
  d = await openDoors()
  number = (await report(d.client())).number
  must(await fileAndGive(await d.as('wu'), number, teams.grid, { category: 'P01-37-2' }))
  liu = await d.staff('liu', '/field', {
    ...phone,
    geolocation: { longitude: points.lane.lon, latitude: points.lane.lat },
    permissions: ['geolocation'],
  })
  handset = liu.context()
  // A tone instead of a microphone: machines that run this have none.
  await handset.addInitScript(`navigator.mediaDevices.getUserMedia = async () => {
    const sound = new AudioContext()
    const out = sound.createMediaStreamDestination()
    const tone = sound.createOscillator()
    tone.connect(out)
    tone.start()
    return out.stream
  }`)
})

test('before is taken first, and the page says what is still missing', async () => {
  await liu.getByRole('link', { name: '打开，签收' }).click()
  await liu.getByText('已签收').waitFor()
  await liu.getByRole('link', { name: '先拍一张“办之前”' }).click()
  await takes('办之前的照片', '#345')
  await side('办之前的照片').locator('.k-proof-frame > img').waitFor()
  await liu.getByRole('button', { name: '发送' }).click()
  await liu.getByText('还差：办之后的照片').waitFor()
  expect(await needs()).toHaveLength(4)
})

test('a page that was closed opens as it was left, and after goes without a signal', async () => {
  await liu.goto('/field')
  await liu.getByRole('link', { name: '打开，签收' }).click()
  await liu.getByRole('link', { name: '接着交结果' }).click()
  await side('办之前的照片').locator('.k-proof-frame > img').waitFor()
  await handset.setOffline(true)
  await takes('办好之后的照片', '#fed')
  await liu.getByLabel('做了什么').fill('换了灯泡，亮了')
  await liu.getByRole('button', { name: '按一下，说话' }).click()
  await liu.getByRole('button', { name: '说完了（1 ∕ 60 秒）' }).click()
  await liu.getByLabel('刚录的语音').waitFor()
  await liu.getByRole('button', { name: '发送' }).click()
  await liu.getByText('没有信号，已经放进待发').waitFor()
  await handset.setOffline(false)
  const handedIn = async () =>
    (
      await d.owner.query<{ before: number; after: number }>(
        `select cardinality(photos_before) as before, cardinality(photos_after) as after
           from cases.proofs`,
      )
    ).rows
  await expect.poll(handedIn).toEqual([{ before: 1, after: 1 }])
})

test('whoever checks sees the two side by side, and writes down what is heard', async () => {
  const he = await d.staff('he', `/desk/cases/${number}`)
  await he.locator('.k-proof-pair img').nth(1).waitFor()
  expect(await he.locator('.k-proof-pair img').count()).toBe(2)
  await he.getByLabel(/^语音，\d 秒$/).waitFor()
  await he.getByRole('button', { name: '写成文字' }).click()
  await he.getByLabel('听到的内容').fill('灯座也换了')
  await he.getByRole('button', { name: '记下', exact: true }).click()
  await he.locator('.case-spoken').getByText('灯座也换了').waitFor()
})
