// Cases that stand where a rule is asked about them: returned, suspended, reopened twice … .

import type { Actor } from '#core/people/actor.ts'
import {
  closed,
  dispatched,
  filed,
  found,
  handled,
  handling,
  people,
  sorted,
  to,
} from './case-town.ts'
import type { Story } from './case-town.ts'

const { guo, he, ma, qian, wu, zhou, chen, cao } = people

export const onward = (): Story => handling().by(qian).dispatch({ to: to.bureau })
export const guided = (): Story => {
  const advice = { matter: 'private', guidance: '找调解员', nextStep: '周三下午调解室' } as const
  return filed().by(wu).triage(advice)
}
export const returned = (): Story => handling().by(qian).return()
export const returnedTwice = (): Story => {
  const again = returned().by(chen).uphold().by(qian).acceptDuty()
  return again.by(qian).return().by(wu).uphold().by(qian).acceptDuty()
}
export const asked = (): Story => handling().by(qian).requestExtension()
export const extended = (): Story => asked().by(he).grantExtension()
export const suspensionAsked = (): Story => handling().by(qian).suspend()
export const suspended = (): Story => suspensionAsked().by(he).suspend()
export const waiting = (): Story => handling().by(qian).waitForReporter()
export const assisted = (): Story => handling().by(qian).addAssist()
export const reworked = (): Story => handled().by(wu).checkFail()
export const selfHandled = (): Story => found({ category: 'LITTER' }).by(zhou).selfHandle()

/** The reporter speaks, by number and secret. */
export const said = (
  story: Story,
  word: 'confirm' | 'object' | 'contest' | 'reopen' | 'answer',
): Story => story.by(story.voice)[word]()
export const askedAndAnswered = (story: Story): Story =>
  said(story.by(qian).waitForReporter(), 'answer')

/** Given to the lamp post, signed and handed in. */
export const workedOn = (story: Story, giver: Actor = wu): Story => {
  const signed = story.by(giver).dispatch().by(qian).acceptDuty()
  return signed.by(qian).handle()
}
/** The community does it itself. */
export const ownWork = (): Story =>
  sorted().by(wu).dispatch({ to: to.community }).by(wu).acceptDuty()

/** Wu found it at the counter; his colleague sees to the rest. */
export const clerksFind = (): Story =>
  workedOn(found({ by: wu, source: 'COUNTER' }).by(ma).accept().by(ma).triage(), ma)

const doneAgain = (story: Story): Story => workedOn(story).by(wu).checkPass().by(he).close()
export const reopenedTwice = (): Story =>
  doneAgain(said(doneAgain(said(closed(), 'object')), 'reopen'))

/** Handling was due on Friday the 6th; it is Monday. */
export const late = (): Story => handling().at('2026-03-09 09:00')
/** Handed in late, checked and closed on the same Monday. */
export const lateAndClosed = (): Story => late().by(qian).handle().by(wu).checkPass().by(he).close()
/** The street gave it back to the post, so it took part; then it was late. */
export const lateAfterReturn = (): Story =>
  returned().by(chen).uphold().by(qian).acceptDuty().at('2026-03-09 09:00').by(qian).overdueAppeal()
export const appealed = (): Story => late().by(qian).overdueAppeal()
export const whistled = (): Story => handling().by(cao).whistle()
export const supervised = (): Story => handling().by(cao).supervise()
export const urgedByReporter = (): Story => {
  const story = handling()
  return story.by(story.voice).urge()
}

/** Files that no row of moves leads to, for guards that only a fault elsewhere could meet. */
export const unsigned = (): Story => {
  const story = handling()
  story.file = { ...story.file, legs: story.file.legs.map((l) => ({ ...l, signedAt: null })) }
  return story
}
export const unchecked = (): Story => {
  const story = dispatched().by(qian).acceptDuty().by(qian).dispatch({ to: to.bureau })
  story.by(guo).acceptDuty().by(guo).handle()
  story.file = { ...story.file, state: 'PASSING_BACK' }
  return story
}
export const suspendedAlmostAYear = (): Story => {
  const story = handling()
  const rounds = story.file.rounds.map((r) => ({ ...r, suspendedSeconds: 340 * 86_400 }))
  story.file = { ...story.file, rounds }
  return story.by(qian).suspend()
}
