// An emergency beyond one's area: xu of the next community needs the number of somebody in he's community, now.

import { beforeAll, expect, test } from 'vitest'
import * as glass from '#core/cases/contract-glass.ts'
import { followCase, getCase } from '#core/cases/contract.ts'
import { listNotices } from '#core/notices/contract.ts'
import { listLooks } from '#core/people/contract-staff.ts'
import { inScope } from '#server/kit/db.ts'
import { tellLateReviews } from './glass-reviews.ts'
import { journals } from '#server/journals.ts'
import { comes, must } from '#testing/town-life.ts'
import { sealedWhole } from '#testing/sealed.ts'
import { type Staff, type Town, commandId, openTown, report } from '#testing/town.ts'

let t: Town
beforeAll(async () => {
  t = await openTown()
})
const left = { name: '李桂芳', phone: '13912345678' }
const reason = '楼上漏气，要马上联系反映人问是哪一户'
const breaks = (who: Staff, number: string, why = reason) =>
  who.call(glass.breakGlass, { commandId: commandId(), number, reason: why })
const opened = async (who: Staff, number: string) => {
  const answer = await breaks(who, number)
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value.id
}

test('xu sees nothing of the case, gives a reason, and sees that one case for an hour; he is told at once', async () => {
  const of = await report(t.client(), left)
  const other = await report(t.client(), left)
  const [xu, he] = [await comes(t, 'xu'), await comes(t, 'he')]
  expect(await xu.call(getCase, { number: of.number })).toMatchObject({ refusal: 'no_such_case' })
  expect(await breaks(xu, of.number, '急')).toMatchObject({ refusal: 'reason_missing' })
  const id = await opened(xu, of.number)
  expect(await xu.call(glass.readGlass, { id })).toMatchObject({
    value: {
      access: { number: of.number, open: true, mine: true, post: { zh: '邻水社区 党组织书记' } },
      contact: { phone: '139****5678' },
    },
  })
  // It is one case: its neighbour stays closed, and so does the ordinary page of this one.
  for (const number of [of.number, other.number])
    expect((await xu.call(getCase, { number })).ok).toBe(false)
  const told = await he.call(listNotices, {})
  expect(told).toMatchObject({
    value: { items: [{ kind: 'breakGlass', urgent: true, about: { topic: 'glass', id } }] },
  })
  expect(await xu.call(glass.showGlassContact, { id })).toMatchObject({
    value: { contacts: [{ voice: 1, ...left }] },
  })
  t.clock.advance(3600)
  for (const door of [glass.readGlass, glass.showGlassContact])
    expect(await xu.call(door, { id })).toMatchObject({ refusal: 'access_over' })
})

test('the reporter reads it, the auditor finds it in the sealed log, the head reviews it once', async () => {
  const of = await report(t.client(), left)
  const [xu, he, chen] = [await comes(t, 'xu'), await comes(t, 'he'), await comes(t, 'chen')]
  const id = await opened(xu, of.number)
  expect((await xu.call(glass.showGlassContact, { id })).ok).toBe(true)
  const follow = { number: of.number, secret: of.secret ?? '' }
  const page = await t.client().call(followCase, follow)
  expect(
    page.ok && page.value.looks.map(({ fields, how, post }) => [fields, how, post.zh]),
  ).toEqual([
    [['name', 'phone'], 'breakGlass', '邻水社区的党组织书记'],
    [['case'], 'breakGlass', '邻水社区的党组织书记'],
  ])
  const aud = await comes(t, 'aud')
  const log = await aud.call(listLooks, { areaCode: '500108' })
  expect(log.ok && log.value.items[0]).toMatchObject({ login: 'xu', how: 'breakGlass', reason })
  await sealedWhole(t.app, journals)
  const { rows } = await t.owner.query(
    "select 1 from kit.seals where journal = 'people.looks' and exists (select from unnest(keys) k where k like $1)",
    [`${of.number}/%`],
  )
  expect(rows).not.toEqual([])
  const says = (who: Staff) =>
    who.call(glass.reviewGlass, {
      commandId: commandId(),
      id,
      verdict: 'inOrder' as const,
      words: '情况属实',
    })
  expect(await says(he)).toMatchObject({ refusal: 'still_open' })
  must(await xu.call(glass.endGlass, { commandId: commandId(), id }))
  for (const who of [xu, chen, aud])
    expect(await says(who)).toMatchObject({ refusal: 'no_such_access' })
  const waiting = await he.call(glass.listGlasses, { toReview: true })
  expect(waiting.ok && waiting.value.items.map((each) => each.id)).toContain(id)
  must(await says(he))
  expect(await says(he)).toMatchObject({ refusal: 'already_reviewed' })
  expect(await xu.call(glass.listGlasses, {})).toMatchObject({
    value: { items: [{ id, open: false, review: { verdict: 'inOrder', by: '何书记' } }, {}] },
  })
})

test('nobody gets more than he needs: no administrator, no grid worker, none who sees it anyway, no fourth at once', async () => {
  const { number } = await report(t.client(), left)
  t.clock.advance(7200)
  for (const login of ['sys', 'sec', 'aud', 'zhou'])
    expect(await breaks(await comes(t, login), number)).toMatchObject({ status: 403 })
  expect(await breaks(await comes(t, 'wu'), number)).toMatchObject({ refusal: 'already_yours' })
  const xu = await comes(t, 'xu')
  expect(await breaks(xu, '500108106003-26-99999')).toMatchObject({ refusal: 'no_such_case' })
  const made = await Promise.all([0, 1, 2].map(async () => report(t.client(), left)))
  for (const each of made) await opened(xu, each.number)
  expect(await breaks(xu, number)).toMatchObject({ refusal: 'too_many_open' })
})

test('an access is nobody else’s, in the program and in the database', async () => {
  const { number } = await report(t.client(), left)
  t.clock.advance(7200)
  const [xu, he] = [await comes(t, 'xu'), await comes(t, 'he')]
  const id = await opened(xu, number)
  for (const door of [glass.readGlass, glass.showGlassContact])
    expect(await he.call(door, { id })).toMatchObject({ refusal: 'no_such_access' })
  const seen = async (personId: string) =>
    inScope(
      t.app.db,
      { kind: 'staff', personId, roots: ['/'], units: [] },
      async (tx) => (await tx.client.query('select person_id from cases.glasses')).rows,
    )
  expect((await seen(xu.id)).length).toBeGreaterThan(0)
  expect(await seen(he.id)).toEqual([])
  const forged = inScope(
    t.app.db,
    { kind: 'staff', personId: he.id, roots: ['/'], units: [] },
    (tx) =>
      tx.client.query(
        `insert into cases.glasses (community_id, id, case_id, case_number, home_area_id, person_id, reason, opened_at, ends_at)
         select community_id, gen_random_uuid(), case_id, case_number, home_area_id, $1, reason, opened_at, ends_at
           from cases.glasses limit 1`,
        [he.id],
      ),
  )
  await expect(forged.then(({ rowCount }) => rowCount)).resolves.toBe(0)
  for (const text of [
    'delete from cases.glasses',
    "update cases.glasses set ends_at = ends_at, reason = 'x'",
  ])
    await expect(inScope(t.app.db, { kind: 'job' }, (tx) => tx.client.query(text))).rejects.toThrow(
      'permission denied',
    )
})

test('a review that is not written in its five working days is said once, to the head and to the auditor', async () => {
  const { number } = await report(t.client(), left)
  t.clock.set('2026-03-06T07:00:00.000Z') // Friday, 15:00.
  let [xu, he, aud] = [await comes(t, 'xu'), await comes(t, 'he'), await comes(t, 'aud')]
  const id = await opened(xu, number)
  const other = await report(t.client(), left)
  const reviewed = await opened(xu, other.number)
  for (const each of [id, reviewed])
    must(await xu.call(glass.endGlass, { commandId: commandId(), id: each }))
  const verdict = { verdict: 'inOrder' as const, words: '情况属实' }
  must(await he.call(glass.reviewGlass, { commandId: commandId(), id: reviewed, ...verdict }))
  const found = async (who: Staff, late = false) => {
    const answer = await who.call(glass.listGlasses, { toReview: true, late })
    return answer.ok ? answer.value.items.find((each) => each.id === id) : undefined
  }
  const saidTo = async (who: Staff) => {
    const answer = await who.call(listNotices, {})
    if (!answer.ok) throw new Error(answer.refusal)
    return answer.value.items.filter(
      ({ about, words }) => about?.id === id && words.zh.includes('还没有复查'),
    )
  }
  // Five working days from Friday afternoon end on the next Friday afternoon: the weekend is none of his.
  expect(await found(he)).toMatchObject({ reviewBy: '2026-03-13T07:00:00Z', reviewLate: false })
  t.clock.set('2026-03-13T06:59:00.000Z')
  ;[xu, he, aud] = [await comes(t, 'xu'), await comes(t, 'he'), await comes(t, 'aud')]
  await tellLateReviews(t.app) // of the days before
  expect(await saidTo(he)).toEqual([])
  t.clock.set('2026-03-13T07:01:00.000Z')
  const atOnce = await Promise.all([tellLateReviews(t.app), tellLateReviews(t.app)])
  expect(atOnce.toSorted()).toEqual([0, 1])
  expect(await tellLateReviews(t.app)).toBe(0)
  for (const who of [he, aud]) expect(await saidTo(who)).toHaveLength(1)
  expect((await saidTo(he))[0]).toMatchObject({ urgent: true })
  expect(await saidTo(xu)).toEqual([])
  expect(await found(he, true)).toMatchObject({ reviewLate: true, mayReview: true })
  // The auditor sees that it is owed, and does not write it.
  expect(await found(aud, true)).toMatchObject({ reviewLate: true, mayReview: false })
  const says = (who: Staff) =>
    who.call(glass.reviewGlass, { commandId: commandId(), id, ...verdict })
  expect((await says(aud)).ok).toBe(false)
  must(await says(he))
  expect([await found(he, true), await found(aud, true)]).toEqual([undefined, undefined])
})
