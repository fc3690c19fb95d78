// Needs and programme in the cockpit: sheets that came back, what took place, rooms in use, and what a published survey
// says of living here. Told about 同景 on the Wednesday after its health lecture.
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { getProgrammeFigures } from '#core/cockpit/contract-programme.ts'
import { question, questionnaire, words } from '#core/surveys/blank.ts'
import * as results from '#core/surveys/contract-results.ts'
import { buildCentre, centreIds } from '#testing/centre-town.ts'
import { signIn } from '#core/people/contract.ts'
import type { TestClient } from '#testing/harness.ts'
import { townPassword } from '#testing/people-town.ts'
import { must, opens, prints } from '#testing/survey-town.ts'
import { type Town, codes, openTown } from '#testing/town.ts'

let t: Town
let secretary: TestClient
let survey: string

const scale = { from: 1, to: 5, low: words('不同意'), high: words('同意') }
const feels = questionnaire([
  question('happy', 'rating', { title: words('住在这里我觉得幸福'), scale }),
  question('secure', 'rating', { title: words('住在这里我觉得安全'), scale }),
])

async function answered(count: number, answers: Record<string, number>): Promise<void> {
  await t.owner.query(
    `insert into surveys.answers (community_id, survey_id, sheet, version, channel, answered_on, answers)
     select s.community_id, s.id, gen_random_uuid(), 1, 'paper', '2026-11-20', $3::jsonb
       from surveys.surveys s, generate_series(1, $2) where s.id = $1`,
    [survey, count, JSON.stringify(answers)],
  )
}

/** A fortnight later a session has ended: whoever looks then signs in again. */
async function signedIn(login: string): Promise<TestClient> {
  const client = t.client()
  must(await client.call(signIn, { login, password: townPassword }))
  return client
}

beforeAll(async () => {
  t = await openTown({ startAt: '2026-11-10T02:00:00.000Z' })
  secretary = await signedIn('he')
  survey = await opens(t, secretary, { questionnaire: feels })
  await prints(secretary, survey, { count: 40 })
  await t.owner.query(
    `update surveys.codes set used = true
      where code_hash in (select code_hash from surveys.codes limit 30)`,
  )
  await answered(20, { happy: 4, secure: 5 })
  await answered(20, { happy: 5, secure: 3 })
  await buildCentre(t.owner, t.app.places.geography.findByCode(codes.community)!.id)
  await t.owner.query('update activities.sessions set came = 52 where id = $1', [centreIds.tuesday])
  t.clock.set('2026-11-25T12:00:00.000Z')
  secretary = await signedIn('he')
})

const look = async (area: string, period = '30d') =>
  must(await secretary.call(getProgrammeFigures, { area, period }))

test('sheets that came back are a fraction of those handed out, and hidden where they are few', async () => {
  const { returned } = await look(codes.community)
  expect(returned).toMatchObject({ surveys: 1, fraction: { num: 30, den: 40, rate: 0.75 } })
  expect(returned.past).toMatchObject({ den: 0, rate: null })
  expect((await look(codes.community, '2025-11')).returned.surveys).toBe(0)
})

test('what took place is counted up to yesterday; called off, unpublished and to come are not', async () => {
  const { sessions, personTimes } = await look(codes.community)
  expect(sessions.value).toBe(1)
  expect(personTimes).toMatchObject({ value: 52, counted: 1 })
  expect(sessions.points).toHaveLength(12)
  expect(sessions.points.at(-1)).toBe(1)
})

test('rooms are minutes booked of minutes open, and the street adds what its communities have', async () => {
  const { rooms } = await look(codes.community)
  expect(rooms.centres).toBe(1)
  expect(rooms.openMinutes).toBeGreaterThan(0)
  expect(rooms.bookedMinutes).toBe(90)
  const lead = await signedIn('cao')
  const street = must(await lead.call(getProgrammeFigures, { area: codes.street, period: '30d' }))
  expect(street.rooms).toEqual(rooms)
})

test('how it feels to live here comes from what was published, with its interval, and goes when that is taken back', async () => {
  expect((await look(codes.community)).feelings).toBeNull()
  const published = must(
    await secretary.call(results.publishResults, {
      commandId: randomUUID(),
      id: survey,
      version: 1,
      scheme: null,
      tables: [
        { row: 'happy', group: null },
        { row: 'secure', group: null },
      ],
      decidedBy: '同景社区居委会',
      reason: '居民代表会议同意公布',
    }),
  )
  const { feelings } = await look(codes.community)
  expect(feelings?.means.map(({ feeling, mean }) => [feeling, mean])).toEqual([
    ['happy', 4.5],
    ['secure', 4],
  ])
  for (const { low, high, mean } of feelings?.means ?? []) {
    expect(low!).toBeLessThan(mean!)
    expect(high!).toBeGreaterThan(mean!)
  }
  const { number } = published
  must(
    await secretary.call(results.withdrawResults, {
      commandId: randomUUID(),
      id: survey,
      number,
      reason: '一处录入有误',
    }),
  )
  expect((await look(codes.community)).feelings).toBeNull()
})

test('whoever may not read figures of an area is refused', async () => {
  const answer = await secretary.call(getProgrammeFigures, { area: codes.street })
  expect(answer).toMatchObject({ ok: false, refusal: 'not_yours' })
})
