// What another system may say and do about a case: as the one that reported it, and as the unit it was given to.
import { describe, expect, test } from 'vitest'
import {
  closed,
  dispatched,
  handled,
  handling,
  people,
  reported,
  settingsAt,
} from '#testing/case-town.ts'
import type { Story } from '#testing/case-town.ts'
import { reopenedTwice, reworked } from '#testing/case-stories.ts'
import type { SystemActor } from '#core/people/actor.ts'
import { decideAcceptDuty, decideReturn } from './dispatch.ts'
import { foreignNumber } from './external-id.ts'
import { whyCannot } from './moves.ts'
import { type Heard, decideHeard, decideReporterSays, decideTakenOn, proposalOf } from './relay.ts'
import { sentenceOf } from './sentences.ts'

const system = (more: Partial<SystemActor>): SystemActor => ({
  kind: 'system',
  id: 'far',
  name: '路灯公司',
  scopes: ['open311'],
  areaId: 3,
  areaPath: '/1/2/3/',
  ...more,
})
/** The lamp post of the street as a system, another unit's, and the one that reported the case. */
const holder = system({ speaksFor: 20 })
const other = system({ speaksFor: 21 })
const reporter = system({ reported: reported().file.id })
const stranger = system({})

const from = { zh: '路灯公司', en: 'Lighting company' }
const heard = (status: Heard['status'], words = '灯杆换了'): Heard => ({ from, status, words })
const of = (story: Story) => [story.file, settingsAt(story.now)] as const
const said = (story: Story, by: SystemActor, status: Heard['status'], words?: string) => {
  const [file, s] = of(story)
  return decideReporterSays(file, by, heard(status, words), s)
}
const moveOf = (decided: ReturnType<typeof said>) =>
  decided.ok ? decided.value.entries.map((entry) => entry.move).join() : decided.refusal

describe('the unit that is another system', () => {
  test('signs and hands back while it holds the case, and never hands in, checks or closes', () => {
    const [given, s] = of(dispatched())
    expect(decideAcceptDuty(given, holder, s).ok).toBe(true)
    expect(decideAcceptDuty(given, other, s)).toMatchObject({ refusal: 'not_yours' })
    expect(decideAcceptDuty(given, stranger, s)).toMatchObject({ refusal: 'not_yours' })
    const no = { code: 'other' as const, words: '不收', whose: null }
    expect(decideReturn(given, holder, no, s).ok).toBe(true)
    const [atWork] = of(handling())
    for (const move of ['handle', 'transfer', 'suspend', 'requestExtension', 'dispatch'] as const)
      expect(whyCannot(move, atWork, holder, s)).toBe('not_yours')
    const [done] = of(handled())
    expect(whyCannot('checkPass', done, holder, s)).toBe('not_yours')
    expect(whyCannot('return', done, holder, s)).toBe('not_possible_now')
  })
  test('taking it on is said and signed in one; signed for already, it is only said', () => {
    const [given, s] = of(dispatched())
    const taken = decideTakenOn(given, holder, heard('open'), s)
    expect(taken.ok && taken.value.entries.map((entry) => entry.move)).toEqual([
      'note',
      'acceptDuty',
    ])
    const [file, now] = of(handling())
    const again = decideTakenOn(file, holder, heard('open'), now)
    expect(again.ok && again.value.file.state).toBe('HANDLING')
  })
  test('what it says changes neither state nor clock', () => {
    const story = handling().minutes(10)
    const [file, s] = of(story)
    const decided = decideHeard(file, holder, heard('closed'), s)
    if (!decided.ok) throw new Error(decided.refusal)
    expect(decided.value.file).toMatchObject({ state: 'HANDLING', clocks: file.clocks })
    expect(decided.value.entries[0]).toMatchObject({ audience: 'staff', actorKind: 'system' })
    expect(decideHeard(file, stranger, heard('closed'), s)).toMatchObject({ refusal: 'not_yours' })
  })
})

describe('what it proposes', () => {
  const proposes = (story: Story, status: Heard['status'] = 'closed') => {
    const decided = decideHeard(story.file, holder, heard(status), settingsAt(story.now))
    if (!decided.ok) throw new Error(decided.refusal)
    return story.copy().take(decided.value)
  }
  test('stands until somebody hands in, and again only when it says so again', () => {
    const story = proposes(handling().minutes(10))
    expect(proposalOf(story.file, story.entries)).toMatchObject({ from, words: '灯杆换了' })
    const open = proposes(handling(), 'open')
    expect(proposalOf(open.file, open.entries)).toBeNull()
    const handedIn = story.by(people.qian).handle()
    expect(proposalOf(handedIn.file, handedIn.entries)).toBeNull()
    const failed = handedIn.by(people.wu).checkFail()
    expect(proposalOf(failed.file, failed.entries)).toBeNull()
    const repeated = proposes(failed.minutes(5))
    expect(proposalOf(repeated.file, repeated.entries)).not.toBeNull()
    const fresh = reworked()
    expect(proposalOf(fresh.file, fresh.entries)).toBeNull()
  })
})

describe('the system that reported it', () => {
  test('has the reporter’s word on the closing', () => {
    expect(moveOf(said(closed(), reporter, 'open'))).toBe('object')
    expect(moveOf(said(closed(), reporter, 'closed'))).toBe('confirm')
    expect(moveOf(said(closed().at('2026-03-12 09:00'), reporter, 'open'))).toBe('reopen')
    expect(moveOf(said(closed().at('2026-03-12 09:00'), reporter, 'closed'))).toBe('note')
  })
  test('after the windows, or at the third reopening, it is written down and somebody looks', () => {
    expect(moveOf(said(closed().at('2026-04-02 09:00'), reporter, 'open'))).toBe('note')
    const again = reopenedTwice().at('2026-03-30 09:00')
    expect(moveOf(said(again, reporter, 'open'))).toMatch(/^(note|object)$/)
  })
  test('is heard on an open case, and a stranger nowhere', () => {
    expect(moveOf(said(handling(), reporter, 'open'))).toBe('note')
    expect(moveOf(said(handling(), reporter, 'closed'))).toBe('note')
    expect(moveOf(said(closed(), stranger, 'open'))).toBe('not_yours')
    expect(moveOf(said(closed(), system({ reported: 'another' }), 'open'))).toBe('not_yours')
  })
})

test('a note of theirs is a sentence of its own', () => {
  const note = (facts: object, reason: string | null) =>
    sentenceOf({ move: 'note', to: 'HANDLING', reason, facts: facts as never })
  expect(note({ from, status: 'open' }, '在修').zh).toBe('路灯公司来讯：在修。')
  expect(note({ from, status: 'closed' }, null).en).toBe('Lighting company says it is settled.')
  expect(note({ from, trouble: true }, '没有回应').zh).toBe('与路灯公司不通：没有回应。')
  expect(note({}, '看过了').zh).toBe('备注：看过了。')
})

test.each([
  ['12345:GD2026', 'GD2026'],
  ['open311/a-b:x:y', 'x:y'],
  [null, null],
])('%s is called %s there', (id, number) => {
  expect(foreignNumber(id)).toBe(number)
})
