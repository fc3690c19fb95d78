// While fifty households hand in, the secretary closes: whoever was told “received” is counted, whoever came later is
// told that it is closed, and nobody comes in after it.
import { beforeAll, expect, test } from 'vitest'
import * as life from '#core/surveys/contract.ts'
import { answers, id, mixed, must, opens, prints } from '#testing/survey-town.ts'
import { type Staff, type Town, openTown } from '#testing/town.ts'

let t: Town
let he: Staff
beforeAll(async () => {
  t = await openTown()
  he = await t.as('he')
})

const lying = async (survey: string): Promise<number> => {
  const { rows } = await t.owner.query<{ n: number }>(
    'select count(*)::int as n from surveys.inbox where survey_id = $1',
    [survey],
  )
  return rows[0]?.n ?? 0
}

test.each([
  ['at once', 0],
  ['when the first are in', 1],
  ['when many are in', 20],
])('fifty hand in and he closes %s', async (_when, first) => {
  const survey = await opens(t, he)
  const printed = await prints(he, survey, { count: 50 })
  let received = 0
  let enough = () => {}
  const some = new Promise<void>((resolve) => (enough = resolve))
  if (first === 0) enough()
  const sent = printed.map(async (code) => {
    const answer = await answers(t.client(), code)
    if (answer.ok && ++received >= first) enough()
    return answer
  })
  await some
  must(await he.call(life.closeSurvey, { commandId: id(), id: survey, reason: '够了' }))
  const atClose = await lying(survey)
  const heard = await Promise.all(sent)
  const refusals = heard.flatMap((each) => (each.ok ? [] : [each.refusal]))
  expect(new Set(refusals)).toEqual(new Set(refusals.length === 0 ? [] : ['already_closed']))
  const accepted = heard.length - refusals.length
  expect(accepted).toBeGreaterThanOrEqual(first)
  expect(await lying(survey)).toBe(atClose)
  expect((await mixed(t, survey)).length).toBe(accepted)
  expect(atClose).toBe(accepted)
  expect(await answers(t.client(), printed[0] ?? '')).toMatchObject({ ok: false })
})
