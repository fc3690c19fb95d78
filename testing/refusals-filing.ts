// What is refused on the way from the report to the unit that works: 'code: when', and the story that meets it.

import { guided, returned, returnedTwice, assisted, selfHandled, said } from './case-stories.ts'
import {
  checked,
  closed,
  filed,
  found,
  handled,
  handling,
  local,
  people,
  reported,
  sorted,
  to,
} from './case-town.ts'

const { zhou, wu, he, chen, qian, guo, stranger } = people

export const refusalsOfFiling: Record<string, () => string> = {
  'not_yours: a worker of another community files': () => reported().tries(stranger).accept(),
  'not_yours: the unit that works closes': () => checked().tries(qian).close(),
  'not_yours: a grid worker sorts': () => filed().tries(zhou).triage(),
  'not_yours: staff confirm for a reporter and do not say how they were told': () =>
    closed().tries(wu).confirm(),
  'not_yours: staff confirm where nobody reported': () =>
    selfHandled().by(he).close().tries(wu).confirm({ onBehalf: '电话' }),
  'not_yours: the unit transfers outside its own house': () => handling().tries(qian).transfer(),
  'not_yours: another unit says the assistance is done': () => assisted().tries(guo).assistDone(),
  'not_possible_now: the receiver handles after returning': () => returned().tries(qian).handle(),
  'not_possible_now: the giver handles what was returned to him': () =>
    returned().tries(wu).handle(),
  'not_possible_now: a closed case of another outcome is contested': () =>
    closed().tries(wu).contest({ onBehalf: '电话' }),
  'not_possible_now: a case is sent back to be verified twice': () =>
    reported().by(wu).verifyBeforeFiling().tries(wu).verifyBeforeFiling(),
  'category_unknown: filed under no category': () =>
    reported().tries(wu).accept({ category: 'NOPE' }),
  'category_unknown: sorted under no category': () =>
    filed().tries(wu).triage({ category: 'NOPE' }),
  'category_unknown: corrected to no category': () =>
    filed().tries(wu).correct({ field: 'category', category: 'NOPE', reason: '类别不对' }),
  'reporter_cannot_verify: whoever found it is sent to look': () =>
    found().tries(wu).verifyBeforeFiling(),
  'urgent_goes_first: an urgent report is to be verified': () =>
    reported({ urgent: true }).tries(wu).verifyBeforeFiling(),
  'urgent_goes_first: an urgent report is refused': () =>
    reported({ category: 'GAS' }).tries(wu).notAccept(),
  'urgent_goes_first: an urgent matter is called private': () =>
    filed({ urgent: true })
      .tries(wu)
      .triage({ matter: 'private', guidance: '找人', nextStep: '等等' }),
  'filing_condition_open: the condition is not ticked': () =>
    reported().tries(wu).accept({ conditionMet: false }),
  'reason_missing: refused without words': () => reported().tries(wu).notAccept({ words: ' ' }),
  'other_body_missing: another body, but which': () =>
    reported().tries(wu).notAccept({ body: ' ' }),
  'already_contested: contested a second time': () =>
    said(guided(), 'contest')
      .by(chen)
      .decideContest({ upheld: false })
      .tries(wu)
      .contest({ onBehalf: '柜台' }),
  'window_over: contested on day 16': () =>
    reported().by(wu).notAccept().at('2026-03-19 09:01').tries(wu).contest({ onBehalf: '柜台' }),
  'took_part_before: who refused reviews the refusal': () =>
    said(reported().by(chen).notAccept(), 'contest').tries(chen).decideContest(),
  'reason_missing: a review without a reason': () =>
    said(guided(), 'contest').tries(chen).decideContest({ reason: '好' }),
  'guidance_missing: private, and no next step': () =>
    filed().tries(wu).triage({ matter: 'private', guidance: '找调解员' }),
  'receiver_not_responsible: a lamp for the police': () =>
    sorted().tries(wu).dispatch({ to: to.police }),
  'already_in_chain: handed on to who gave it': () =>
    handling().tries(qian).dispatch({ to: to.community }),
  'nobody_there: nobody serves there': () => sorted().tries(wu).dispatch({ to: to.emptyPost }),
  'nobody_there: nobody there could assist': () =>
    handling().tries(qian).addAssist({ to: to.emptyPost }),
  'is_lead: the lead as its own assistant': () =>
    sorted()
      .tries(wu)
      .dispatch({ assists: [to.post] }),
  'is_lead: the lead is asked to assist': () => handling().tries(wu).addAssist({ to: to.post }),
  'meet_by_past: to meet yesterday': () =>
    handling()
      .tries(qian)
      .addAssist({ meetBy: local('2026-03-02 09:00') }),
  'reason_missing: returned without words': () => handling().tries(qian).return({ words: '' }),
  'return_too_late: returned after more than a working day': () =>
    handling().at('2026-03-04 09:00').minutes(1).tries(qian).return(),
  'returned_twice: the same unit returns for the third time': () =>
    returnedTwice().tries(qian).return(),
  'same_receiver: rerouted to who returned it': () => returned().tries(wu).reroute({ to: to.post }),
  'reason_missing: rerouted without a reason': () => returned().tries(wu).reroute({ reason: '' }),
  'reason_missing: upheld without a reason': () => returned().tries(wu).uphold({ reason: '' }),
  'needs_second_person: who dispatched upholds a second time': () =>
    returned().by(wu).uphold().by(qian).return().tries(wu).uphold(),
  'transferred_twice: a third transfer by the giver': () =>
    handling()
      .by(wu)
      .transfer({ to: to.bureau })
      .by(wu)
      .transfer({ to: to.property })
      .tries(wu)
      .transfer({ to: to.post }),
  'reason_missing: transferred without a reason': () =>
    handling().tries(wu).transfer({ reason: '' }),
  'already_overdue: a correction after the due': () =>
    handling().at('2026-03-12 09:00').tries(wu).correct(),
  'needs_second_person: the holder corrects to more time': () =>
    sorted().by(wu).dispatch({ to: to.community }).tries(wu).correct(),
  'reason_missing: corrected without a reason': () =>
    handling().tries(wu).correct({ field: 'tier', tier: 'T3', reason: '' }),
  'not_possible_now: the place is corrected once it is in the checker’s hands': () =>
    handled()
      .tries(wu)
      .correct({
        field: 'place',
        filedAreaId: 101,
        gridId: 101,
        point: null,
        address: null,
        filedName: { zh: '二网格', en: 'Grid 2' },
        reason: '地点不对',
      }),
}
