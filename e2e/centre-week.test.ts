// Grandmother wants to know what is on at the centre: two taps in large letters, a place kept with a third, and the
// poster on paper for whoever has no mobile.
import { beforeAll, expect, test } from 'vitest'
import { buildCentre, centreIds } from '#testing/centre-town.ts'
import { readIcal } from '#testing/ical-reader.ts'
import { codes } from '#testing/town.ts'
import { type Doors, nextMonday, openDoors, phone } from './doors.ts'

let d: Doors
beforeAll(async () => {
  d = await openDoors()
  const community = d.app.places.geography.findByCode(codes.community)?.id ?? 0
  await buildCentre(d.owner, community, nextMonday())
})

test('two taps from the door to this week’s lecture, read aloud if one likes; a third keeps a place', async () => {
  const page = await d.person(phone)
  await page.goto(`/c/${codes.community}?elder=1`)
  await page.getByRole('link', { name: /这周的活动/ }).click()
  await page.getByRole('heading', { level: 1, name: /的一周/ }).waitFor()
  await page
    .getByRole('link', { name: /冬天血压怎么管/ })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: '冬天血压怎么管' }).waitFor()
  await page.getByRole('button', { name: '读给我听' }).waitFor()
  expect(await page.getByText('023-5555 0141').count()).toBeGreaterThan(0)
  await page.getByRole('button', { name: /给我留/ }).click()
  await page.getByText('座留好了').waitFor()
  const number = await page.locator('.open-number').textContent()
  await page.goto('/places')
  await page.getByText(number ?? '').waitFor()
})

test('the poster comes as PDF and the calendar as one that can be read', async () => {
  const page = await d.person(phone)
  const poster = await page.request.get(
    `/api/communities/${codes.community}/sessions/${centreIds.tuesday}/poster.pdf`,
  )
  expect(poster.headers()['content-type']).toBe('application/pdf')
  expect((await poster.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const calendar = await page.request.get(`/ical/c/${codes.community}.ics`)
  expect(readIcal(await calendar.body()).events.length).toBeGreaterThan(3)
})
