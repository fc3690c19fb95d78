// What is refused to neighbours, callers, samplers and whoever merges: 'code: when', and the story that meets it.

import { withSample } from '#core/cases/sample.ts'
import { reworked } from './case-stories.ts'
import {
  anyone,
  area,
  checked,
  closed,
  filed,
  found,
  handling,
  people,
  place,
  reported,
  settingsAt,
} from './case-town.ts'
import type { Story } from './case-town.ts'

const { wu, he, chen, qian, feng, pan, ma, stranger } = people

/** The key drew it. */
export const drawnFor = (story: Story): Story => {
  const next = withSample(story.file, story.file.round, settingsAt(story.now))
  if (next === null) throw new Error('this one cannot be drawn')
  story.file = next
  return story
}
const lateBy = (story: Story, wall = '2026-03-18 09:31'): Story => story.at(wall)
const calledThrice = (): Story => {
  const story = closed()
  for (let i = 0; i < 3; i += 1) story.by(wu).callback({ valid: false })
  return story
}
const elsewhere = { target: { communityId: area.neighbours, homeAreaId: area.neighbours } }
const far = { lon: place.lon + 0.003, lat: place.lat }

export const refusalsOfVoices: Record<string, () => string> = {
  'already_added: the same number again': () => filed().tries(anyone).affectedToo({ known: true }),
  'already_added: who found it joins his own find': () =>
    found().by(wu).accept().tries(people.zhou).affectedToo({ hasContact: false }),
  'not_yours: a report that nobody filed yet is nobody’s to read': () =>
    reported().tries(anyone).affectedToo(),
  'not_possible_now: a closed case is joined by nobody': () => closed().tries(anyone).affectedToo(),
  'not_yours: a stranger writes it down for somebody': () => filed().tries(stranger).affectedToo(),
  'not_yours: still broken, from 290 metres away': () =>
    closed().tries(anyone).stillBroken({ point: far }),
  'not_yours: still broken, from nowhere': () =>
    closed().tries(anyone).stillBroken({ point: null }),
  'already_added: still broken, said by the same number': () =>
    closed()
      .tries(anyone)
      .stillBroken({ neighbour: { channel: 'RESIDENT_WEB', hasContact: true, known: true } }),
  'reason_missing: still broken, without words or a photo': () =>
    closed().tries(anyone).stillBroken({ words: '' }),
  'window_over: still broken on day sixteen goes to a linked case': () =>
    lateBy(closed()).tries(anyone).stillBroken(),
  'not_possible_now: still broken while it is in work': () =>
    handling().tries(anyone).stillBroken(),
  'called_enough: a fourth call': () => calledThrice().tries(wu).callback(),
  'calls_not_wished: whoever asked to be left alone is called': () =>
    closed()
      .by(closed().voice)
      .withdrawContact({ name: false, phone: false, calls: false })
      .tries(wu)
      .callback(),
  'nothing_to_take_back: neither name nor number nor word': () =>
    closed().tries(closed().voice).withdrawContact({ name: false, phone: false }),
  'not_yours: the duty officer takes it back': () => closed().tries(wu).withdrawContact(),
  'reviewer_missing: an invalid call alone': () =>
    closed().tries(wu).callback({ valid: false, reviewer: null }),
  'reviewer_missing: the caller reviews': () =>
    closed().tries(wu).callback({ valid: false, reviewer: wu.id }),
  'reviewer_missing: who handled it reviews': () =>
    closed().tries(wu).callback({ valid: false, reviewer: qian.id }),
  'reason_missing: an invalid call without a reason': () =>
    closed().tries(wu).callback({ valid: false, reason: null }),
  'value_missing: a valid call that says nothing': () =>
    closed().tries(wu).callback({ solved: null }),
  'grade_wrong: a sixth grade on the telephone': () => closed().tries(wu).callback({ grade: 6 }),
  'no_contact_given: nobody to call back': () =>
    closed({ voice: { hasContact: false } })
      .tries(wu)
      .callback(),
  'not_yours: who handled it calls': () => closed().tries(qian).callback(),
  'not_drawn: a duty officer chooses one': () => closed().tries(chen).sampleCheck(),
  'took_part_before: who closed it samples it': () =>
    drawnFor(checked().by(chen).close()).tries(chen).sampleCheck(),
  'not_yours: the home layer samples itself': () => drawnFor(closed()).tries(wu).sampleCheck(),
  'not_yours: the head of the unit samples it': () => drawnFor(closed()).tries(feng).sampleCheck(),
  'reason_missing: not done, without words': () =>
    drawnFor(closed()).tries(chen).sampleCheck({ judgement: 'not_done', words: '' }),
  'target_not_open: merged into itself': () =>
    filed()
      .tries(wu)
      .merge({ target: { id: filed().file.id } }),
  'target_not_open: merged into a closed one': () =>
    filed()
      .tries(wu)
      .merge({ target: { state: 'CLOSED' } }),
  'target_not_open: merged into a merged one': () =>
    filed()
      .tries(wu)
      .merge({ target: { state: 'MERGED' } }),
  'needs_upper_layer: the other lies in the next community': () =>
    filed().tries(wu).merge(elsewhere),
  'reason_missing: merged without a reason': () => filed().tries(wu).merge({ reason: '' }),
  'not_yours: the unit merges': () => handling().tries(pan).merge(),
  'target_archived: parted from an archived one': () =>
    reworked()
      .by(wu)
      .merge()
      .tries(ma)
      .unmerge({ target: { state: 'ARCHIVED' } }),
  'reason_missing: parted without a reason': () =>
    filed().by(wu).merge().tries(wu).unmerge({ reason: '' }),
  'needs_upper_layer: a community parts what the street joined': () =>
    filed().by(chen).merge(elsewhere).tries(wu).unmerge(elsewhere),
  'not_possible_now: parted what was never merged': () => filed().tries(he).unmerge(),
}
