// One matter, many voices: joined, still broken, merged and parted again.
import { describe, expect, test } from 'vitest'
import { due, ticking } from '#testing/case-readings.ts'
import { said } from '#testing/case-stories.ts'
import {
  anyone,
  closed,
  filed,
  found,
  handling,
  job,
  local,
  people,
  place,
  reported,
  settingsAt,
} from '#testing/case-town.ts'
import { hotSpots } from './hot-spots.ts'
import { mostSimilar } from './likeness.ts'
import { decideMerge, pointedOnward } from './merging.ts'
import { sentenceOf } from './sentences.ts'
import { grams } from './shown.ts'
import { contributions } from './tallies.ts'
import { reopensAgain } from './voices.ts'

const { chen, he, ma, qian, wu, zhou } = people
const zone = 'Asia/Shanghai'
const counted = (c: Parameters<typeof contributions>[0]) => {
  const all: Record<string, number> = {}
  for (const { counts } of contributions(c, zone).values())
    for (const [fact, n] of Object.entries(counts)) all[fact] = (all[fact] ?? 0) + n
  return all
}
const s = settingsAt(local('2026-03-03 12:00'))
const lastSentence = (story: ReturnType<typeof filed>) => sentenceOf(story.entries.at(-1)!).zh

describe('a neighbour is affected too', () => {
  test('one more voice, no clock moved, and everybody reads how many', () => {
    const story = handling()
    const was = [due(story, 'HANDLE'), story.file.state]
    story.by(anyone).affectedToo({ hasContact: false })
    expect(story.file.voices.map((v) => [v.serial, v.hasContact, v.recordedBy])).toEqual([
      [1, true, 'voice'],
      [2, false, 'voice'],
    ])
    expect([due(story, 'HANDLE'), story.file.state]).toEqual(was)
    expect(lastSentence(story)).toBe('又有1人反映同一问题。')
    expect(story.entries.at(-1)).toMatchObject({ audience: 'public', actorKind: 'anyone' })
  })
  test('a find of the grid gets its first voice; staff write it down for somebody', () => {
    const story = found().by(wu).accept().by(zhou).affectedToo({ channel: 'RESIDENT_PHONE' })
    expect(story.file.voices).toEqual([
      { serial: 1, recordedBy: 'zhou', channel: 'RESIDENT_PHONE', hasContact: true },
    ])
  })
  test('who wrote down the first caller writes down the second, though neither leaves a number', () => {
    const called = reported({ by: wu, source: 'RESIDENT_PHONE', voice: { hasContact: false } })
    const second = { channel: 'RESIDENT_PHONE', hasContact: false } as const
    expect(called.by(wu).accept().tries(wu).affectedToo(second)).toBe('done')
    expect(found({ by: wu }).by(ma).accept().tries(wu).affectedToo(second)).toBe('already_added')
  })
  test('with another person’s voice it is not void any more', () => {
    const own = found({ by: wu }).by(ma).accept()
    expect(own.tries(he).void()).toBe('done')
    expect(own.by(anyone).affectedToo().tries(he).void()).toBe('others_reported_it')
  })
})

describe('a neighbour says it is still broken', () => {
  test('within the window the round is undone and a new one begins, with a voice more', () => {
    const story = closed().at('2026-03-18 09:30').by(anyone).stillBroken()
    expect([story.file.state, story.file.round, ticking(story)]).toEqual([
      'REOPENED',
      2,
      ['DISPATCH', 'WHOLE'],
    ])
    expect(story.file.rounds[0]).toMatchObject({ undoneBy: 'neighbour' })
    expect(story.file.voices).toHaveLength(2)
    expect(counted(story.file)).toMatchObject({ closings: 1, closings_undone: 1 })
    // A neighbour's word is not the reporter's answer.
    expect(counted(story.file)['answered']).toBeUndefined()
  })
  test('a voice of the case needs no position and counts no second time', () => {
    const story = closed()
    story.by(story.voice).stillBroken({ neighbour: null, point: null })
    expect([story.file.state, story.file.voices.length]).toEqual(['REOPENED', 1])
  })
  test.each([
    ['to the second of day fifteen', '2026-03-18 09:30:00', true],
    ['one second later', '2026-03-18 09:30:01', false],
  ])('%s', (_name, at, again) => {
    const story = closed().at(at)
    expect(reopensAgain(story.file, settingsAt(story.now))).toBe(again)
  })
  test('an archived one never reopens', () => {
    const story = said(closed(), 'confirm').at('2026-03-18 09:31').by(job).archive()
    expect(story.tries(anyone).stillBroken()).toBe('window_over')
  })
  test('the third time needs no look from above: it is never refused', () => {
    const story = closed()
    story.file = { ...story.file, reopenings: 2 }
    expect(story.tries(anyone).stillBroken()).toBe('done')
  })
})

describe('one matter with another', () => {
  test('the merged one stands still as it was, and leaves the figures but for its report', () => {
    const story = handling().minutes(30).by(wu).merge()
    expect([story.file.state, story.file.merged?.from, story.file.wakeAt]).toEqual([
      'MERGED',
      'HANDLING',
      null,
    ])
    const running = story.file.clocks.filter((k) => k.endedAt === null)
    expect(running.every((k) => k.dueAt === null && k.pauses.at(-1)?.to === null)).toBe(true)
    expect(counted(story.file)).toEqual({ reported_resident_web: 1 })
    expect(lastSentence(story)).toBe('与 500108106003-26-00002 是同一件事，合并办理（同一盏灯）。')
  })
  test('parted again it goes on with what was left, and the time between is nobody’s', () => {
    const story = handling()
    const before = counted(story.file)
    // Merged on a Tuesday at 10:00, parted on the Wednesday at 10:00: one working day later.
    story.at('2026-03-03 10:00').by(wu).merge()
    story.at('2026-03-04 10:00').by(ma).unmerge()
    expect([story.file.state, due(story, 'HANDLE')]).toEqual(['HANDLING', '2026-03-09 09:00'])
    expect(story.file.rounds[0]).toMatchObject({ stoppedSeconds: 86_400 })
    expect(counted(story.file)).toEqual(before)
    expect(story.tries(qian).handle()).toBe('done')
  })
  test('what was merged into it is pointed onward, never a chain', () => {
    const target = { ...handling().file, id: 'other', number: '500108106003-26-00002' }
    const both = decideMerge(
      { ...filed().file, mergedHere: 2 },
      target,
      wu,
      { reason: '同一盏灯' },
      s,
    )
    expect(
      both.ok && [both.value.child.file.mergedHere, both.value.parent.file.mergedHere],
    ).toEqual([0, 3])
    const child = filed().by(wu).merge().file
    const onward = pointedOnward(child, '500108106003-26-00003', wu, s)
    expect(onward.file.merged).toMatchObject({ into: '500108106003-26-00003', from: 'ACCEPTED' })
  })
  test('the street joins and parts across two communities', () => {
    const elsewhere = { target: { communityId: 11, homeAreaId: 11 } }
    const story = filed().by(chen).merge(elsewhere)
    expect(story.tries(chen).unmerge(elsewhere)).toBe('done')
  })
  test('a case that others were merged into is not void', () => {
    const story = found({ by: wu }).by(ma).accept()
    story.file = { ...story.file, mergedHere: 1 }
    expect(story.tries(he).void()).toBe('others_reported_it')
  })
})

describe('is it this one?', () => {
  const near = (number: string, text: string, category: string, metres: number) => ({
    number,
    category,
    grams: grams(text),
    point: { lon: place.lon + metres / 97_000, lat: place.lat },
    reportedAt: '2026-03-01T00:00:00Z',
  })
  const cases = [
    near('lamp', '步道第二个拐弯的路灯不亮', 'P01-37', 60),
    near('lamp far', '步道第二个拐弯的路灯不亮', 'P01-37', 260),
    near('litter', '垃圾桶满了', 'E01-12', 10),
    near('pipe', '水管漏水', 'P01-02', 30),
  ]
  const typed = (text: string, category: string | null) =>
    mostSimilar({ category, point: place, grams: grams(text) }, cases, s).map((m) => m.case.number)
  test.each([
    ['the same kind near by, the likest first', '拐弯的路灯坏了', 'P01-37', ['lamp', 'pipe']],
    ['no kind chosen: like words', '第二个拐弯路灯不亮', null, ['lamp']],
    ['nothing alike', '楼道里有人吵架', null, []],
    ['a single character says nothing', '灯', null, []],
  ])('%s', (_name, text, category, expected) => {
    expect(typed(text, category)).toEqual(expected)
  })
})

describe('repeat hot spots', () => {
  const lamp = (number: string, day: string, more: object = {}) => ({
    number,
    category: 'P01-37',
    address: null,
    point: place,
    reportedAt: `2026-${day}T02:00:00Z`,
    open: false,
    ...more,
  })
  const east = (metres: number) => ({ point: { lon: place.lon + metres / 97_000, lat: place.lat } })
  const found3 = (third: object) =>
    hotSpots([lamp('a', '01-05'), lamp('b', '02-01'), lamp('c', '02-20', third)], s.now, s).map(
      (spot) => spot.cases.map((c) => c.number),
    )
  test.each([
    ['three at one place within 90 days', {}, [['a', 'b', 'c']]],
    ['fifty metres away still', east(48), [['a', 'b', 'c']]],
    ['sixty metres away not', east(60), []],
    ['another kind of thing', { category: 'E01-12' }, []],
    ['no point, another address', { point: null, address: '正街 3 号' }, []],
  ])('%s', (_name, third, expected) => {
    expect(found3(third)).toEqual(expected)
  })
  test('the same address is the same place, with or without a point', () => {
    const at = (number: string, day: string) =>
      lamp(number, day, { point: null, address: '正街 3 号' })
    const spots = hotSpots([at('a', '02-01'), at('b', '02-02'), at('c', '02-03')], s.now, s)
    expect(spots).toHaveLength(1)
  })
  test('what is older than 90 days is past', () => {
    const old = [lamp('a', '02-01'), lamp('b', '02-02'), lamp('c', '02-03')]
    expect(hotSpots(old, '2026-05-02T03:00:00Z', s)).toEqual([])
  })
})

test('a report that goes on from a closed case says so in its first entry', () => {
  expect(reported({}).file.linkedTo).toBeNull()
})
