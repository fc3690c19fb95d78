// Two clerks in one case see each other: whoever opens the form first is seen by the other, nobody is locked out, and
// of all this nothing is left behind.

import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import * as wire from '#core/cases/contract.ts'
import { tellPresence } from '#core/cases/contract-presence.ts'
import * as moves from '#core/cases/contract-moves.ts'
import { forgottenAfterSeconds } from '#core/cases/presence.ts'
import type { Move } from '#core/cases/moves.ts'
import { listenLive } from '#testing/live-line.ts'
import { must } from '#testing/town-life.ts'
import { type Staff, type Town, act, openTown, points, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})

const page = () => randomUUID()
const beats = async (who: Staff, number: string, tab: string, doing: Move | null = null) => {
  const answer = await who.call(tellPresence, { number, tab, here: true, doing })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.others
}
const leaves = (who: Staff, number: string, tab: string) =>
  who.call(tellPresence, { number, tab, here: false, doing: null })

test('wu opens the case, he opens the form: wu sees it at once, with name and post', async () => {
  const { number } = await report(t.client())
  const [wu, he] = [await t.as('wu'), await t.as('he')]
  const [wuPage, hePage] = [page(), page()]
  expect(await beats(wu, number, wuPage)).toEqual([])
  const line = await listenLive(t.server, wu)
  await line.until((heard) => heard.event === 'ready')
  expect(await beats(he, number, hePage, 'accept')).toMatchObject([{ doing: null }])
  const heard = await line.until((one) => one.event === 'present')
  expect(heard).toMatchObject({ id: '', data: { number, others: [{ doing: 'accept' }] } })
  const [present] = heard.data['others'] as { name: string; post: { zh: string } }[]
  const { rows } = await t.owner.query(`select name from people.people where id = $1`, [he.id])
  expect(present?.name).toBe(rows[0].name)
  expect(present?.post.zh).toContain('书记')
  // Seeing each other locks nothing: wu files it all the same, and whoever comes second is told by the case itself.
  must(await act(wu, moves.acceptCase, number, { category: 'P01-37', conditionMet: true }))
  await leaves(he, number, hePage)
  await line.until(
    (one) => one.event === 'present' && (one.data['others'] as unknown[]).length === 0,
  )
  line.hangUp()
})

test('who falls silent is gone within seconds, without anybody asking', async () => {
  const { number } = await report(t.client())
  const [wu, he] = [await t.as('wu'), await t.as('he')]
  const [wuPage, hePage] = [page(), page()]
  await beats(he, number, hePage, 'dispatch')
  expect(await beats(wu, number, wuPage)).toHaveLength(1)
  t.clock.advance(forgottenAfterSeconds)
  expect(await beats(wu, number, wuPage)).toEqual([])
})

test('only who may read the case, and only who has it open, hears of it', async () => {
  const { number } = await report(t.client())
  const [wu, he, xu, chen] = [
    await t.as('wu'),
    await t.as('he'),
    await t.as('xu'),
    await t.as('chen'),
  ]
  expect(
    await xu.call(tellPresence, { number, tab: page(), here: true, doing: null }),
  ).toMatchObject({ refusal: 'no_such_case' })
  expect(
    await t.client().call(tellPresence, { number, tab: page(), here: true, doing: null }),
  ).toMatchObject({ refusal: 'not_signed_in' })
  const elsewhere = await listenLive(t.server, chen)
  await elsewhere.until((heard) => heard.event === 'ready')
  await beats(wu, number, page())
  await beats(he, number, page(), 'accept')
  const later = await report(t.client(), { point: points.lane })
  await elsewhere.until((heard) => heard.event === 'case' && heard.data['number'] === later.number)
  expect(elsewhere.heard.filter((heard) => heard.event === 'present')).toEqual([])
  elsewhere.hangUp()
})

test('a page of one’s own is no colleague, and a foreign page cannot be closed', async () => {
  const { number } = await report(t.client())
  const [wu, he] = [await t.as('wu'), await t.as('he')]
  const hePage = page()
  await beats(he, number, hePage)
  expect(await beats(he, number, page(), 'note')).toEqual([])
  await leaves(wu, number, hePage)
  expect(await beats(wu, number, page())).toMatchObject([{ doing: 'note' }])
})

test('nothing of it is stored, counted or shown to a resident', async () => {
  const receipt = await report(t.client())
  /** Every row of every table of ours. */
  const rowsOfAll = async () =>
    (
      await t.owner.query(
        `select sum((xpath('/row/n/text()', query_to_xml(
                  format('select count(*) as n from %I.%I', schemaname, tablename), false, true, ''
                )))[1]::text::bigint) as n
           from pg_tables
          where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`,
      )
    ).rows[0].n as string
  await t.as('he')
  const before = await rowsOfAll()
  for (let i = 0; i < 5; i += 1) await beats(await t.as('he'), receipt.number, page(), 'accept')
  expect(await rowsOfAll()).toBe(before)
  const follow = { number: receipt.number, secret: receipt.secret ?? '' }
  const seen = await t.client().call(wire.followCase, follow)
  expect(JSON.stringify(seen)).not.toContain('present')
  const { rows } = await t.owner.query(`select name from people.people where id = $1`, [
    (await t.as('he')).id,
  ])
  expect(JSON.stringify(seen)).not.toContain(rows[0].name)
})
