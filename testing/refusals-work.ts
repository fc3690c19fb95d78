// What is refused from the work to the last word: 'code: when', and the story that meets it.

import {
  onward,
  asked,
  extended,
  suspensionAsked,
  suspended,
  waiting,
  assisted,
  selfHandled,
  said,
  askedAndAnswered,
  ownWork,
  reopenedTwice,
  unsigned,
  unchecked,
  suspendedAlmostAYear,
  clerksFind,
  supervised,
  urgedByReporter,
  whistled,
  appealed,
  late,
  lateAfterReturn,
  lateAndClosed,
} from './case-stories.ts'
import {
  checked,
  closed,
  found,
  handled,
  handling,
  job,
  local,
  people,
  reported,
  sorted,
  to,
} from './case-town.ts'

const { liu, zhou, mei, wu, ma, he, qian, feng, guo, cao, chen } = people

export const refusalsOfWork: Record<string, () => string> = {
  'no_contact_given: nobody to call': () =>
    handling({ voice: { hasContact: false } })
      .tries(qian)
      .contact(),
  'no_contact_given: nobody to ask': () =>
    handling({ voice: { hasContact: false } })
      .tries(qian)
      .waitForReporter(),
  'request_open: a second request while one is open': () => asked().tries(feng).requestExtension(),
  'two_granted: a third extension': () =>
    extended().by(qian).requestExtension().by(he).grantExtension().tries(qian).requestExtension(),
  'already_overdue: more time is asked after the due': () =>
    handling().at('2026-03-12 09:00').tries(qian).requestExtension(),
  'longer_than_limit: more than the first limit': () =>
    handling().tries(qian).requestExtension({ amount: 4 }),
  'reason_missing: more time without a reason': () =>
    handling().tries(qian).requestExtension({ reason: '' }),
  'no_request: nothing to decide': () => handling().tries(he).grantExtension(),
  'own_request: who asked decides': () =>
    ownWork().by(he).requestExtension().tries(he).grantExtension(),
  'reason_missing: refused without a reason': () =>
    asked().tries(he).refuseExtension({ reason: '' }),
  'only_later: a chosen clock would be due earlier by the new calendar': () => {
    const story = handling()
    const clocks = story.file.clocks.map((k) => k.serial)
    const saturdays = { off: [], worked: ['2026-03-07', '2026-03-14'] }
    return story.tries(people.shi).applyCalendar({ ...saturdays, clocks })
  },
  'nothing_later: the new day off lies behind every due': () =>
    handling()
      .tries(people.shi)
      .applyCalendar({ off: ['2026-12-31'] }),
  'reason_missing: a revision without a reason': () =>
    handling().tries(people.shi).applyCalendar({ reason: '' }),
  'not_yours: a dispatcher keeps no calendar': () => handling().tries(chen).applyCalendar(),
  'review_date_wrong: no review date': () => handling().tries(qian).suspend({ reviewOn: '' }),
  'review_date_wrong: today': () => handling().tries(qian).suspend({ reviewOn: '2026-03-03' }),
  'review_date_wrong: more than a year': () =>
    handling().tries(qian).suspend({ reviewOn: '2027-03-04' }),
  'public_reason_missing: no public reason': () =>
    handling().tries(qian).suspend({ publicReason: '' }),
  'not_safe_yet: urgent and open to the street': () =>
    handling({ urgent: true }).tries(qian).suspend({ madeSafe: false }),
  'suspended_a_year: more than a year in one round': () =>
    suspendedAlmostAYear().tries(he).suspend(),
  'suspended_a_year: the layer above let it stand once already': () => {
    const story = suspendedAlmostAYear()
    const rounds = story.file.rounds.map((r) => ({ ...r, pastYear: true }))
    story.file = { ...story.file, rounds, suspensionAsk: null }
    return story.tries(qian).suspend()
  },
  'no_request: no suspension was asked for': () => handling().tries(he).refuseSuspension(),
  'own_request: who asked refuses': () => sorted().by(he).suspend().tries(he).refuseSuspension(),
  'reason_missing: a suspension refused without a reason': () =>
    suspensionAsked().tries(he).refuseSuspension({ reason: '' }),
  'reason_missing: help called off without a reason': () =>
    assisted().tries(qian).withdrawAssist({ reason: '' }),
  'not_yours: the helper calls itself off': () => assisted().tries(guo).withdrawAssist(),
  'request_open: a second asks while one asks': () => suspensionAsked().tries(feng).suspend(),
  'needs_second_person: who asked approves': () => sorted().by(he).suspend().tries(he).suspend(),
  'needs_second_person: the giving head alone': () =>
    onward().by(guo).acceptDuty().tries(feng).suspend(),
  'reason_missing: resumed without a reason': () => suspended().tries(he).resume({ reason: '' }),
  'window_open: the job resumes before the review date': () => suspended().tries(job).resume(),
  'waited_twice: asked a third time': () =>
    askedAndAnswered(askedAndAnswered(handling())).tries(qian).waitForReporter(),
  'reason_missing: a question without words': () =>
    handling().tries(qian).waitForReporter({ question: '' }),
  'reason_missing: an answer without words': () =>
    waiting().tries(wu).answer({ words: '', onBehalf: '电话' }),
  'window_open: the job ends the wait too soon': () => waiting().tries(job).answer(),
  'proof_missing: no photo after': () =>
    handling()
      .tries(qian)
      .handle({ proof: { photosAfter: [] } }),
  'proof_too_far: taken in another lane': () =>
    handling()
      .tries(qian)
      .handle({ proof: { point: { lon: 106.606, lat: 29.505 } } }),
  'proof_too_old: taken before the dispatch': () =>
    handling()
      .tries(qian)
      .handle({ proof: { takenAt: local('2026-03-03 08:00') } }),
  'others_still_open: an assistant is not done': () => assisted().tries(qian).handle(),
  'not_signed: nobody signed': () => unsigned().tries(qian).handle(),
  'reason_missing: unfounded without words': () =>
    handling()
      .tries(qian)
      .handle({ outcome: 'unfounded', proof: { text: '' } }),
  'not_self_handleable: a lamp on the spot': () => found().tries(zhou).selfHandle(),
  'not_self_handleable: a part-time worker, where only full-time ones may': () =>
    found({ category: 'LITTER' }).tries(mei).selfHandle(),
  'proof_missing: on the spot without a photo': () =>
    found({ category: 'LITTER' })
      .tries(zhou)
      .selfHandle({ proof: { photosAfter: [] } }),
  'reporter_not_told: a resident’s report, not told': () =>
    reported({ category: 'LITTER' }).tries(zhou).selfHandle({ reporterTold: false }),
  'handler_cannot_check: the community’s own work, by the same hands': () =>
    ownWork().by(wu).handle().tries(wu).checkPass(),
  'handler_cannot_check: and failing it': () => ownWork().by(wu).handle().tries(wu).checkFail(),
  'reporter_cannot_check: the clerk who found it': () => clerksFind().tries(wu).checkPass(),
  'not_yours: a member of the unit that handled': () => handled().tries(feng).checkPass(),
  'check_on_site_needed: a bridge by telephone': () =>
    handled({ category: 'BRIDGE' }).tries(wu).checkPass({ how: 'by_phone' }),
  'reason_missing: failed without a reason': () => handled().tries(wu).checkFail({ reason: '' }),
  'not_checked: nothing was checked': () => unchecked().tries(guo).confirmOnward(),
  'handler_cannot_close: who settled it on the spot closes': () =>
    found({ category: 'LITTER', by: liu }).by(liu).selfHandle().tries(liu).close(),
  'reporter_cannot_close: the clerk who found it closes': () =>
    clerksFind().by(ma).checkPass().tries(wu).close(),
  'closing_condition_open: the condition is not ticked': () =>
    checked().tries(he).close({ conditionMet: false }),
  'proof_missing: solved without proof': () =>
    handling()
      .by(qian)
      .handle({ outcome: 'unfounded', proof: { photosAfter: [] } })
      .by(wu)
      .checkPass()
      .tries(he)
      .close(),
  'reason_missing: closed without words': () => checked().tries(he).close({ words: '' }),
  'window_open: the job closes a find at once': () => selfHandled().tries(job).close(),
  'not_a_void_reason: an unwelcome case': () => reported().tries(he).void({ code: 'unwelcome' }),
  'others_reported_it: a clerk wrote down a call': () =>
    reported({ by: wu, source: 'RESIDENT_PHONE' }).tries(he).void(),
  'reason_missing: void without words': () => reported().tries(he).void({ reason: '' }),
  'not_yours: who entered it makes it void': () => found({ by: he }).tries(he).void(),
  'window_open: the window has not passed': () => closed().tries(job).windowPasses(),
  'window_open: archived within 15 days': () => closed().tries(job).archive(),
  'already_answered: the window passes over an answer': () =>
    said(closed(), 'confirm').at('2026-03-11 09:00').tries(job).windowPasses(),
  'window_over: confirmed on day 8': () =>
    closed().at('2026-03-10 09:31').tries(wu).confirm({ onBehalf: '电话' }),
  'window_over: objected on day 8': () =>
    closed().at('2026-03-10 09:31').tries(wu).object({ onBehalf: '电话' }),
  'already_answered: confirmed twice': () =>
    said(closed(), 'confirm').tries(wu).confirm({ onBehalf: '电话' }),
  'already_answered: objected after confirming': () =>
    said(closed(), 'confirm').tries(wu).object({ onBehalf: '电话' }),
  'not_closed_yet: rated while in work': () => handling().tries(wu).rate({ onBehalf: '电话' }),
  'grade_wrong: a sixth grade': () => closed().tries(wu).rate({ grade: 6, onBehalf: '电话' }),
  'window_over: reopened after day 15': () =>
    closed().at('2026-03-18 09:31').tries(wu).reopen({ onBehalf: '电话' }),
  'reason_missing: reopened without a reason': () =>
    closed().tries(wu).reopen({ reason: '', onBehalf: '电话' }),
  'needs_look: the third reopening': () => reopenedTwice().tries(wu).reopen({ onBehalf: '电话' }),
  'not_overdue: in time': () => handling().tries(qian).overdueAppeal(),
  'already_appealed: a second time': () =>
    appealed().by(chen).decideAppeal().by(cao).decideAppeal().tries(feng).overdueAppeal(),
  'window_over: more than ten work days after the closing': () =>
    lateAndClosed().at('2026-03-23 10:00').tries(qian).overdueAppeal(),
  'reason_missing: an appeal without a reason': () =>
    late().tries(qian).overdueAppeal({ reason: '' }),
  'no_appeal: nobody appealed': () => late().tries(chen).decideAppeal(),
  'same_reviewer: chen says it twice': () =>
    appealed().by(chen).decideAppeal().tries(chen).decideAppeal(),
  'took_part_before: chen dispatched it': () => lateAfterReturn().tries(chen).decideAppeal(),
  'reason_missing: reviewed without a reason': () =>
    appealed().tries(chen).decideAppeal({ reason: '' }),
  'one_unit_only: one unit, named twice': () =>
    handling()
      .tries(cao)
      .whistle({ units: [to.post, to.post] }),
  'meet_by_past: to be there an hour ago': () =>
    handling()
      .tries(cao)
      .whistle({ meetBy: local('2026-03-03 08:00') }),
  'nobody_there: a post without anybody': () =>
    handling()
      .tries(cao)
      .whistle({ units: [to.post, to.emptyPost] }),
  'receiver_not_responsible: the team of another grid': () =>
    handling()
      .tries(cao)
      .whistle({ units: [to.post, to.grid2] }),
  'reason_missing: a whistle without a reason': () => handling().tries(cao).whistle({ reason: '' }),
  'not_yours: the secretary whistles': () => handling().tries(he).whistle(),
  'already_arrived: said by the unit, witnessed by the caller': () =>
    whistled().by(qian).arrive().tries(cao).arrive(),
  'not_called: the bureau was not called': () => whistled().tries(cao).arrive({ unit: to.bureau }),
  'not_yours: the post arrives for the property company': () =>
    whistled().tries(qian).arrive({ unit: to.property }),
  'nothing_to_settle: settled before': () =>
    whistled().by(cao).settleWhistle().tries(cao).settleWhistle(),
  'reason_missing: settled without a plan': () => whistled().tries(cao).settleWhistle({ plan: '' }),
  'rating_missing: a unit without a word': () =>
    whistled().tries(cao).settleWhistle({ ratings: [] }),
  'not_yours: a unit settles': () => whistled().tries(qian).settleWhistle(),
  'not_called: rates a call to others': () =>
    whistled().tries(qian).rateWhistle({ unit: to.bureau }),
  'urged_today: the reporter, twice on a Tuesday': () => {
    const story = urgedByReporter()
    return story.tries(story.voice).urge()
  },
  'reason_missing: urged without words': () => handling().tries(wu).urge({ words: '' }),
  'not_yours: the worker urges': () => handling().tries(qian).urge(),
  'answer_by_past: an answer wanted yesterday': () =>
    handling()
      .tries(cao)
      .supervise({ answerBy: local('2026-03-02 09:00') }),
  'reason_missing: supervised without words': () => handling().tries(cao).supervise({ words: '' }),
  'not_yours: the secretary supervises his own layer': () => handling().tries(he).supervise(),
  'nothing_to_answer: answered before': () =>
    supervised().by(qian).answerSupervision().tries(feng).answerSupervision(),
  'reason_missing: answered without words': () =>
    supervised().tries(qian).answerSupervision({ words: '' }),
  'not_yours: the supervisor answers himself': () => supervised().tries(cao).answerSupervision(),
  'reason_missing: a note without words or photos': () =>
    handling().tries(qian).note({ words: '' }),
  'file_missing: words without a file': () =>
    handling().tries(qian).attach({ documents: [], words: '见附件' }),
}
