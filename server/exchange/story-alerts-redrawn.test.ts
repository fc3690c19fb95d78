// Mr Sun asked to hear of his grid. It is split: he hears of both halves, and reads that these are what he chose.
import { expect, test } from 'vitest'
import * as people from '#testing/alert-town.ts'
import { must } from '#testing/survey-town.ts'
import { comes, localTime, teams } from '#testing/town-life.ts'
import { codes, fileAndGive, report } from '#testing/town.ts'

const { arrived, minute, subscribes } = people
const lamp = { category: 'P01-37-3' }
people.openAlertTown()

/** The first grid ends; its ground goes to a new one, which is filed in from then on. */
async function redraw(since: string): Promise<void> {
  const { t } = people
  const old = t.town.area[codes.grid]
  const { rows } = await t.owner.query<{ id: number }>(
    `insert into places.areas (code, name, level, parent_id, valid_from)
     values ('500108106003009', '第九网格', 'grid', $1, $2) returning id`,
    [t.town.area[codes.community], since],
  )
  await t.owner.query(`update places.areas set valid_to = $2 where id = $1`, [old, since])
  await t.owner.query(`update places.boundaries set valid_to = $2 where area_id = $1`, [old, since])
  await t.owner.query(
    `insert into places.boundaries (area_id, geometry, west, south, east, north, schematic, source, valid_from)
     select $1, geometry, west, south, east, north, true, 'redrawn', $3 from places.boundaries where area_id = $2`,
    [rows[0]?.id, old, since],
  )
  await t.owner.query('insert into places.successions values ($1, $2, $3)', [
    old,
    rows[0]?.id,
    since,
  ])
  await t.app.places.refresh()
}

test('whoever chose a grid that ended hears of the ground it had', async () => {
  await subscribes({ areas: [codes.grid] })
  await subscribes({ to: 'elsewhere@example.org', areas: [codes.grid2] })
  await redraw('2026-03-10')
  people.t.clock.set(localTime('2026-03-10 09:00'))
  const { number } = await report(people.t.client(), lamp)
  must(await fileAndGive(await comes(people.t, 'wu'), number, teams.community, lamp))
  await minute()
  expect((await arrived()).map(({ to }) => to)).toEqual(['li@example.org'])
  const { geography } = people.t.app.places
  const [old, now] = [codes.grid, '500108106003009'].map((code) => geography.findByCode(code)!)
  expect(geography.foregoersOf(now!.id)).toEqual([old!.id])
  const followers = (day: string) => geography.followersOf(old!, day).map(({ code }) => code)
  expect([followers('2026-03-09'), followers('2026-03-10')]).toEqual([[codes.grid], [now!.code]])
})
