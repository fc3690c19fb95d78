// Up a layer: by hand as one act, whose move depends on where the work came from; by rule when the promise was missed.
import { describe, expect, test } from 'vitest'
import { due, ticking } from '#testing/case-readings.ts'
import {
  area,
  filed,
  handling,
  people,
  reported,
  settingsAt,
  sorted,
  to,
} from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { decideEscalate, upwardOf } from './escalating.ts'
import type { Above } from './escalating.ts'
import { sentenceOf } from './sentences.ts'

const { wu, he, chen, liu, qian, guo, stranger } = people

const line: Above[] = [
  { areaId: area.grid, level: 'grid' },
  { areaId: area.community, level: 'community' },
  { areaId: area.street, level: 'street' },
  { areaId: area.district, level: 'district' },
  { areaId: area.city, level: 'city' },
]
const above = (areaId: number) => line.slice(line.findIndex((each) => each.areaId === areaId))

describe('by hand', () => {
  const ask = (story: Story, who: typeof wu, s = settingsAt(story.now)) => {
    const upward = upwardOf(story.file, who, above, s)
    return upward && `${upward.way} ${upward.to.areaId} ${upward.tier}`
  }
  const toStreet = () => sorted().by(wu).dispatch({ to: to.street }).by(chen).acceptDuty()
  test.each<[string, () => Story, typeof wu, string | null]>([
    [
      'sorted: the community hands it to the street at its tier',
      () => sorted(),
      wu,
      'dispatch 3 T3',
    ],
    [
      'the grid gives it back to the community that gave it',
      () => sorted().by(wu).dispatch({ to: to.grid }).by(liu).acceptDuty(),
      liu,
      'return 10 null',
    ],
    ['the street hands it to the district', toStreet, chen, 'dispatch 2 T4'],
    [
      'a post of the street gives it back to who gave it only where that lies above',
      () => handling(),
      qian,
      'dispatch 3 T3',
    ],
    ['whoever does not hold it is offered nothing', toStreet, wu, null],
    ['a stranger neither', toStreet, stranger, null],
    [
      'the bureau, whose giver stands below it, goes to the district',
      () => toStreet().by(chen).dispatch({ to: to.bureau }).by(guo).acceptDuty(),
      guo,
      'dispatch 2 T4',
    ],
    ['handed in, nobody goes up any more', () => toStreet().by(chen).handle(), chen, null],
  ])('%s', (_, story, who, answer) => {
    expect(ask(story(), who)).toBe(answer)
  })
  test('a layer with nobody there is passed over, a tier never falls', () => {
    const story = filed().by(wu).triage({ tier: 'T4' })
    const settings = settingsAt(story.now)
    const empty = { ...settings, isStaffed: (r: { areaId: number }) => r.areaId !== area.street }
    expect(ask(story, wu, empty)).toBe('dispatch 2 T4')
    expect(ask(filed().by(wu).triage({ tier: 'T5' }), wu)).toBe('dispatch 3 T5')
  })
})

describe('by rule', () => {
  const lamp = () => reported().by(wu).accept().by(wu).triage({ tier: 'T2' }).by(wu).dispatch()
  const late = () => lamp().by(qian).acceptDuty().at('2026-03-06 09:00:01')
  const on = (story: Story) => {
    const s = settingsAt(story.now)
    return { ...s, rules: { ...s.rules, overdueRaisesTier: true } }
  }
  test('off by default, and nothing before the due has passed', () => {
    expect(decideEscalate(late().file, settingsAt(late().now))).toMatchObject({ ok: false })
    const inTime = lamp().by(qian).acceptDuty().at('2026-03-06 09:00:00')
    expect(decideEscalate(inTime.file, on(inTime))).toMatchObject({ refusal: 'not_due' })
  })
  test('the tier rises by one, in a sentence; no clock and no due changes', () => {
    const story = late()
    const before = [story.file.clocks, due(story, 'HANDLE'), due(story, 'WHOLE'), ticking(story)]
    const decided = decideEscalate(story.file, on(story))
    if (!decided.ok) throw new Error(decided.refusal)
    story.take(decided.value)
    expect(story.file.tier).toBe('T3')
    expect([story.file.clocks, due(story, 'HANDLE'), due(story, 'WHOLE'), ticking(story)]).toEqual(
      before,
    )
    const entry = story.entries.at(-1)!
    expect([entry.actorKind, entry.actorId, entry.audience]).toEqual(['job', 'escalate', 'public'])
    expect(sentenceOf(entry).zh).toMatch(/^超期未办完，按规则由.+升为.+，到期时间不变。$/)
  })
  test('a later hand-over by hand does not buy the time either', () => {
    const story = late()
    const decided = decideEscalate(story.file, on(story))
    if (!decided.ok) throw new Error(decided.refusal)
    const missed = due(story, 'HANDLE')
    story.take(decided.value).by(qian).dispatch({ to: to.bureau, tier: 'T4' })
    expect(due(story, 'HANDLE')).toBe(missed)
  })
  test('above the highest tier there is nothing, and what stands still does not rise', () => {
    const top = late()
    top.file = { ...top.file, tier: 'T5' }
    expect(decideEscalate(top.file, on(top))).toMatchObject({ refusal: 'not_due' })
    const paused = lamp().by(qian).acceptDuty().by(qian).suspend().by(he).suspend()
    paused.at('2026-03-12 09:00')
    expect(decideEscalate(paused.file, on(paused))).toMatchObject({ refusal: 'not_possible_now' })
  })
})
