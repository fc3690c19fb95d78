// 个人信息怎么用: somebody wants to know what is kept, since when it is said like this, and what was said before.
import { beforeAll, expect, test } from 'vitest'
import { personalData } from '#core/exchange/personal-data.ts'
import { followCase } from '#core/cases/contract.ts'
import { readPrivacy } from '#core/people/contract-privacy.ts'
import { setRule } from '#core/places/contract-rules.ts'
import { must } from '#testing/survey-town.ts'
import { comes } from '#testing/town-life.ts'
import { type Town, codes, commandId, openTown, report } from '#testing/town.ts'

let t: Town
const { community, street } = codes
beforeAll(async () => {
  t = await openTown() // 3 March 2026, a Tuesday.
  await t.owner.query(
    `insert into people.grants (person_id, role, area_id, valid_from, granted_at)
     values ($1, 'ruleKeeper', $2, '2026-01-01', now())`,
    [t.town.person['xu'], t.town.area['500108']],
  )
  await t.app.places.refresh()
})
const asks = (area?: string) => t.client().call(readPrivacy, area === undefined ? {} : { area })
const fieldAt = async (key: string, area?: string) => {
  const found = must(await asks(area)).fields.find((field) => field.key === key)
  if (found === undefined) throw new Error(`no field ${key}`)
  return found
}
const sets = async (key: string, value: unknown, validFrom: string, area: string = community) =>
  (await comes(t, 'xu')).call(setRule, {
    commandId: commandId(),
    area,
    key,
    value,
    validFrom,
    reason: '按本地情况说明',
  })

test('anybody reads every field, for a place or for all; of a place there is none, a sentence', async () => {
  const all = must(await asks())
  expect([all.place, all.fields.map(({ key }) => key)]).toEqual([
    null,
    personalData.map(({ key }) => key),
  ])
  const here = must(await asks(community))
  expect(here.place?.code).toBe(community)
  expect(await asks('999')).toMatchObject({ refusal: 'no_such_area', status: 404 })
  expect((await fieldAt('report.phone', community)).line.zh).toBe(
    '只用来为这一件联系您。办结满 90 天自动删除。',
  )
  const points = must(await t.client().call(readPrivacy, { area: community, point: 'booking' }))
  expect(points.fields.map(({ key }) => key)).toEqual(['booking.phone', 'booking.purpose'])
})

test('a shorter time and the place’s own words are versions with their days; what was said before stays readable', async () => {
  const before = await report(t.client(), { name: '李桂芳', phone: '13912345678' })
  expect((await sets('cases.loop', { eraseContactAfterDays: 30 }, '2026-03-10')).ok).toBe(true)
  const words = {
    'report.phone': {
      purpose: { zh: '只用来约时间上门看。', en: 'Only to arrange a visit.' },
      note: { zh: '老楼里没有门铃，先打电话。', en: 'Old houses have no bell: we call first.' },
    },
  }
  expect((await sets('people.privacyWords', words, '2026-03-12')).ok).toBe(true)
  const ahead = await fieldAt('report.phone', community)
  expect(ahead.line.zh).toBe('只用来为这一件联系您。办结满 90 天自动删除。')
  expect(ahead.versions.map(({ since, days, changed }) => [since, days, changed])).toEqual([
    ['2026-01-01', 90, []],
    ['2026-03-10', 30, ['days']],
    ['2026-03-12', 30, ['purpose', 'note']],
  ])
  t.clock.set('2026-03-13T01:00:00Z')
  expect((await fieldAt('report.phone', community)).line.zh).toBe(
    '只用来约时间上门看。办结满 30 天自动删除。',
  )
  expect((await fieldAt('report.phone', street)).versions).toHaveLength(1)
  expect((await fieldAt('report.name', community)).versions.map(({ since }) => since)).toEqual([
    '2026-01-01',
    '2026-03-10',
  ])
  const after = await report(t.client(), { name: '周桂兰', phone: '13912345679' })
  const contactOf = async (of: { number: string; secret: string | null }) =>
    must(await t.client().call(followCase, { number: of.number, secret: of.secret ?? '' })).contact
  expect(await contactOf(before)).toMatchObject({
    days: 30,
    told: { on: '2026-01-01', purpose: { zh: '只用来为这一件联系您。' } },
  })
  expect(await contactOf(after)).toMatchObject({
    told: { on: '2026-03-12', purpose: { zh: '只用来约时间上门看。' } },
  })
  // Who left nothing was told nothing.
  expect((await contactOf(await report(t.client(), { phone: '' }))).told).toBe(null)
})

test('neither ground nor time can be set by words, and a duty officer sets none', async () => {
  const note = { zh: '我们留五年。', en: 'We keep it for five years.' }
  for (const value of [
    { 'report.phone': { kept: note } },
    { 'report.phone': { basis: 'publicTask' } },
    { 'report.phone': { note: { zh: '只有中文' } } },
    { 'report.phone': { note: { zh: ' ', en: ' ' } } },
    { 'report.phone': { note: { zh: '字'.repeat(401), en: 'x' } } },
    { 'Robert’); drop table': { note } },
    [note],
    '一段话',
  ])
    expect([value, await sets('people.privacyWords', value, '2026-04-01')]).toMatchObject([
      value,
      { refusal: 'bad_value' },
    ])
  expect(await sets('cases.loop', { eraseContactAfterDays: 91 }, '2026-04-01')).toMatchObject({
    refusal: 'bad_value',
  })
  const wu = await comes(t, 'wu')
  const wish = { commandId: commandId(), area: community, validFrom: '2026-04-01', reason: '试试' }
  expect(await wu.call(setRule, { ...wish, key: 'people.privacyWords', value: {} })).toMatchObject({
    refusal: 'not_yours',
  })
})

test('the register is taken as a table: a line a field and version, with columns and what deletes them', async () => {
  const answer = await t.client().send({ path: `/api/privacy/register?area=${community}` })
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  const lines = answer.text.split('\r\n').filter(Boolean)
  const { fields } = must(await asks(community))
  const versions = fields.reduce((sum, field) => sum + field.versions.length, 0)
  expect(lines).toHaveLength(versions + 2)
  expect(lines.find((line) => line.includes(',report.phone,'))).toMatch(
    /erase_case_contacts,.*cases\.contacts\.sealed_phone/,
  )
})
