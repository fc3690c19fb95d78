// Two links of one address pressed at the same moment, six presses on one, guesses beyond number.
import { expect, test } from 'vitest'
import * as contract from '#core/exchange/contract-alerts.ts'
import { guessesPerHouse } from '#core/exchange/alert.ts'
import * as people from '#testing/alert-town.ts'
import { must } from '#testing/survey-town.ts'
import { commandId } from '#testing/town.ts'

const { arrived, linkIn, somebody, wish } = people
people.openAlertTown()

test('two links of one address pressed at once leave one subscription', async () => {
  for (let round = 0; round < 5; round += 1) {
    const to = `li${round}@example.org`
    const links = []
    for (const _ of [1, 2, 3]) {
      must(await somebody().call(contract.askAlert, wish({ to })))
      links.push(linkIn((await arrived(to)).at(-1)))
      people.t.clock.advance(120)
    }
    const answers = await Promise.all(
      links.map((link) => somebody().call(contract.confirmAlert, link)),
    )
    expect(answers.every(({ status }) => [200, 404].includes(status))).toBe(true)
    expect(answers.some(({ ok }) => ok)).toBe(true)
  }
  const { rows } = await people.t.owner.query(
    'select from exchange.alerts where confirmed_at is not null',
  )
  expect(rows).toHaveLength(5)
})

test('six presses on one link confirm once and say the same', async () => {
  must(await somebody().call(contract.askAlert, wish()))
  const link = linkIn((await arrived()).at(-1))
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => somebody().call(contract.confirmAlert, link)),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
})

test('whoever guesses for long is told to wait, in a sentence', async () => {
  const who = somebody()
  const most = guessesPerHouse[0]?.most ?? 0
  const asked = { id: commandId(), code: '000000' }
  for (let n = 0; n < most; n += 1) {
    if (n % 25 === 24) people.t.clock.advance(61)
    await who.call(contract.confirmAlert, asked)
  }
  people.t.clock.advance(61)
  const answer = await who.call(contract.confirmAlert, asked)
  expect(answer).toMatchObject({ status: 429 })
})

test('addresses that carry a second line are nobody’s', async () => {
  for (const to of [
    'li@example.org\r\nBcc: all@example.org',
    'li@example.org\nx@example.org',
    '"li"@example.org',
    'li@example.org,x@example.org',
  ])
    expect(await somebody().call(contract.askAlert, wish({ to }))).toMatchObject({ status: 422 })
})
