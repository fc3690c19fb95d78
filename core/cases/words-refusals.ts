// One plain sentence for every refusal of the cases room: what is missing, and who can help or by when. No blame.
// Staff are not addressed with a pronoun; the sentences a resident can meet have a second form in `toReporter`.
import { calendarRefusals } from './words-refusals-calendar.ts'
import { paperRefusals } from './words-refusals-papers.ts'
import { voiceRefusals, voiceRefusalsToReporter } from './words-refusals-voices.ts'
import type { Words } from '#core/kit/words.ts'

export const refusalWords = {
  no_such_case: {
    zh: '没有找到这一件。请核对编号；也可能它不在可看的范围内。',
    en: 'No such case was found. Check the number; it may also lie outside what can be seen here.',
  },
  not_yours: {
    zh: '这一步不归这里办。现在由谁负责，写在这一件的最上面。',
    en: 'This step belongs to somebody else. Who is responsible now stands at the top of the case.',
  },
  not_possible_now: {
    zh: '这一步现在做不了：这一件已经走到别的环节。刷新后看现在的状态和可做的事。',
    en: 'This step is not possible now: the case stands elsewhere. Reload to see what can be done.',
  },
  changed_meanwhile: {
    zh: '刚才有同事先办了一步，这一步没有做成。看一下现在的情况，再决定。',
    en: 'A colleague was quicker, so this step was not made. Look at the case as it is now, then decide.',
  },
  reason_missing: {
    zh: '请写理由，2 到 500 个字：为什么，接下来应该怎样。',
    en: 'Please give the reason in 2 to 500 characters: why, and what should happen next.',
  },
  category_unknown: {
    zh: '这里没有这个类别。请从类别表里选一个，拿不准就选最近的。',
    en: 'This category is not used here. Choose one from the list; the nearest will do.',
  },
  place_missing: {
    zh: '还差地点：在地图上点一下，或选一个社区。',
    en: 'The place is missing: tap the map, or choose a community.',
  },
  text_missing: {
    zh: '还差内容：写一句话、拍一张照片或选一个类别，有一样就行。',
    en: 'Say what it is: a sentence, a photo or a category, any one will do.',
  },
  too_many_photos: {
    zh: '照片最多 9 张。去掉几张再发，其余的以后可以补。',
    en: 'Nine photos at most. Leave some out; they can be added later.',
  },
  no_such_photo: {
    zh: '有一张照片没有传上来。请重新选这张照片再发。',
    en: 'One of the photos did not arrive. Choose it again and send once more.',
  },
  no_such_area: {
    zh: '没有这个区域，或它已经撤并。请从列表里选。',
    en: 'There is no such area, or it no longer exists. Choose one from the list.',
  },
  no_such_person: {
    zh: '没有找到这个人，或已不在岗。请从本地人员里选。',
    en: 'This person was not found, or no longer serves here. Choose one from the local team.',
  },
  no_such_receiver: {
    zh: '没有这个承办单位，或它已停用。请从列表里选。',
    en: 'There is no such receiver, or it is no longer in use. Choose one from the list.',
  },
  not_overdue: {
    zh: '这一件没有超期，没有可申诉的。',
    en: 'This case was not late: there is nothing to appeal.',
  },
  already_appealed: {
    zh: '这一件已经申诉过一次，每件只有一次。',
    en: 'This case was appealed once already, and once is all there is.',
  },
  no_appeal: {
    zh: '没有在等复核的超期申诉。',
    en: 'No appeal is waiting for a review.',
  },
  same_reviewer: {
    zh: '两名复核人要是两个人。请上一级另一名没参与过的人来看。',
    en: 'Two reviewers are two persons. Another of the layer above who took no part decides.',
  },
  one_unit_only: {
    zh: '吹哨至少要叫两个单位。只要一个单位帮忙，用“请求协办”。',
    en: 'A call needs two units or more. For the help of one, ask for assistance.',
  },
  already_arrived: {
    zh: '这个单位已经记过到场，不用再记。',
    en: 'This unit’s arrival is noted already.',
  },
  not_called: {
    zh: '这次吹哨没有叫这个单位。',
    en: 'This unit was not called.',
  },
  nothing_to_settle: {
    zh: '没有还没会商办结的吹哨。',
    en: 'No call is waiting to be settled.',
  },
  rating_missing: {
    zh: '叫来的每个单位都要写一句配合得怎样。评的是单位的配合，不是人。',
    en: 'Say of each unit that was called how it worked with the others. It rates a unit, never a person.',
  },
  urged_today: {
    zh: '这个工作日已经催过一次。下一个工作日还没动静，可以再催。',
    en: 'It was urged once on this work day. If nothing has moved by the next one, urge it again.',
  },
  answer_by_past: {
    zh: '答复时间已经过去。请写一个之后的时间。',
    en: 'The time to answer by has passed. Give a later one.',
  },
  nothing_to_answer: {
    zh: '这一次督办已经答复过，没有要答的。',
    en: 'This supervision has been answered; nothing is owed.',
  },
  value_missing: {
    zh: '还没写改成什么。请填上新的内容。',
    en: 'The new value is missing. Say what it should be.',
  },

  reporter_cannot_verify: {
    zh: '上报的人不能核实自己报的件。请另派一个人去看。',
    en: 'Whoever reported it cannot verify it. Send somebody else to look.',
  },
  urgent_goes_first: {
    zh: '紧急的件先办：立案并派遣，不等核实，也不能拒绝或按私事结案。',
    en: 'An urgent case is acted on first: file and dispatch it. It is not verified, refused or called private.',
  },
  filing_condition_open: {
    zh: '立案条件还没勾。核对这一类的条件，符合就勾上；不符合，可以不予立案并说明。',
    en: 'The filing condition is not ticked. Tick it if it is met; if not, do not file it and say why.',
  },
  other_body_missing: {
    zh: '请写明归哪个单位、怎么联系。只说“不归我们”，反映人就没有地方可去。',
    en: 'Name the body it belongs to and how to reach it, so that the reporter has somewhere to go.',
  },
  already_contested: {
    zh: '这一件已经提过一次异议，每件只有一次。结果写在时间线里。',
    en: 'This case was contested once already, and once is all there is. The result stands in its story.',
  },
  window_over: {
    zh: '期限已过。还没好的话，可以重新反映一件，写上原来的编号。',
    en: 'The time for this is over. If it is still not right, report it again and name the old number.',
  },
  took_part_before: {
    zh: '前面参与过决定的人不能复核。请上一级没参与过的人来定。',
    en: 'Whoever took part before cannot review it. Somebody above who took no part decides.',
  },
  guidance_missing: {
    zh: '按私事结案，要写清两样：可以找谁，下一步做什么。',
    en: 'A private matter closes only with two things said: whom to ask, and what comes next.',
  },

  receiver_not_responsible: {
    zh: '这个单位不管这一类，或不管这个地方。请选列表里标为可派的单位。',
    en: 'This receiver does not answer for this category or this place. Choose one marked as suitable.',
  },
  already_in_chain: {
    zh: '它已经在这一件的办理链上，再派给它会绕回来。要还给它，请用退回。',
    en: 'It already stands in the chain of this case. To give the case back to it, return it.',
  },
  nobody_there: {
    zh: '那里现在没有人能接。请换一个单位，或先在那边排上人。',
    en: 'Nobody there can take it now. Choose another receiver, or have somebody placed there first.',
  },
  is_lead: {
    zh: '它已经在主办这一件，不能再做协办。请选别的单位。',
    en: 'It already leads this case and cannot assist as well. Choose another unit.',
  },
  meet_by_past: {
    zh: '约定的时间已经过去。请写一个之后的时间。',
    en: 'The time to meet by has passed. Give a later one.',
  },
  same_receiver: {
    zh: '这正是退回的单位。要它接着办，请用“维持派遣”并写理由；否则换一个单位。',
    en: 'This is who returned it. To keep it there, uphold the dispatch with a reason; or choose another.',
  },
  return_too_late: {
    zh: '签收已超过 1 个工作日，经办人不能再退回。确实不归这里的，请单位负责人退回，或申请转办。',
    en: 'It was signed for more than one work day ago. The head of the unit may still return it.',
  },
  returned_twice: {
    zh: '这个单位本轮已退回两次，不能再退。归谁办，请上一级值班员来定。',
    en: 'This unit has returned it twice in this round. The duty officer above decides whose it is.',
  },
  needs_second_person: {
    zh: '这一步要另一个人来做：同一个人不能既提出又决定。请同岗同事或负责人来办。',
    en: 'This takes a second person: nobody both asks and decides. A colleague or the head can do it.',
  },
  transferred_twice: {
    zh: '本轮已转办两次，不能再转。归谁办，请上一级值班员来定。',
    en: 'It was transferred twice in this round. The duty officer above decides whose it is.',
  },
  already_overdue: {
    zh: '已经过了到期时间，不能再改时限。超期的原因可以写进备注。',
    en: 'It is past due, so the limit can no longer be changed. The cause can be put in a note.',
  },

  no_contact_given: {
    zh: '反映人没有留联系方式，问不到。请按现有情况继续办。',
    en: 'The reporter left no way to be reached. Go on with what is known.',
  },
  request_open: {
    zh: '已有一个申请在等审批。等它定下来再提。',
    en: 'A request is waiting for a decision already. Ask again once it is decided.',
  },
  two_granted: {
    zh: '本轮已同意延期两次，不能再延。确实办不了的，可以申请挂账，写明公开理由和复查日期。',
    en: 'Two extensions were granted in this round. If it cannot be done now, suspension with a public reason is open.',
  },
  longer_than_limit: {
    zh: '一次延期不能超过原来的时限。请写短一些。',
    en: 'One extension cannot be longer than the first limit. Ask for less.',
  },
  no_request: {
    zh: '没有等待审批的延期申请，可能刚被别人定了。',
    en: 'No extension is waiting for a decision; somebody may just have decided it.',
  },
  own_request: {
    zh: '自己的申请不能自己批。请派遣方的另一位负责人来定。',
    en: 'Nobody decides his own request. Another head of the giving side does.',
  },
  review_date_wrong: {
    zh: '请写复查日期：明天或以后，最迟 365 天内。',
    en: 'Give a review date: tomorrow or later, within 365 days.',
  },
  public_reason_missing: {
    zh: '请写能公开的理由：为什么现在办不了，在等什么。',
    en: 'Give the reason as the public will read it: why it cannot be done now, and what it waits for.',
  },
  not_safe_yet: {
    zh: '紧急的件要先消除危险（围挡、断电、疏散），勾上“已处理险情”才能挂账。',
    en: 'An urgent case must be made safe first: fenced off, switched off, cleared. Then it can be suspended.',
  },
  suspended_a_year: {
    zh: '本轮挂账累计已满一年，不能再挂。请上一级负责人来定怎么办。',
    en: 'It has been suspended for a year in this round. The head of the layer above decides what happens.',
  },
  waited_twice: {
    zh: '本轮已请反映人补充过两次。请按现有情况继续办。',
    en: 'The reporter was asked twice in this round. Go on with what is known.',
  },

  proof_missing: {
    zh: '证明还不全，缺的写在各项旁边。补上就能交。',
    en: 'The proof is not complete; what is missing stands beside each field.',
  },
  proof_text: { zh: '写一句做了什么。', en: 'Say in a sentence what was done.' },
  proof_photo_after: {
    zh: '这一类要一张办好之后的照片，只拍物，不拍人。',
    en: 'This category needs one photo after the work: of the thing, not of people.',
  },
  proof_photo_before: {
    zh: '这一类要一张办之前的照片。',
    en: 'This category needs one photo from before the work.',
  },
  proof_place: {
    zh: '在现场点一下“这里”，记一次位置。',
    en: 'Tap “here” on the spot: the place is taken once.',
  },
  proof_time: {
    zh: '照片没有拍摄时间。请用手机现拍一张。',
    en: 'The photo carries no time of taking. Take a new one.',
  },
  proof_too_far: {
    zh: '证明的位置离现场太远。请到现场再记一次；地点本身不对的，先更正地点。',
    en: 'The proof was taken too far from the place. Take it on the spot, or have the place corrected.',
  },
  proof_too_old: {
    zh: '照片是派遣之前拍的，看不出办好了。请补一张现在的。',
    en: 'The photo is older than the dispatch and cannot show the work. Add one taken now.',
  },
  others_still_open: {
    zh: '协办单位还没答复。等它办完，或请它先答复，再交结果。',
    en: 'An assisting unit has not reported yet. Hand in the result once it has.',
  },
  not_signed: {
    zh: '还没签收。先签收，再交结果。',
    en: 'It has not been signed for. Sign first, then hand in the result.',
  },
  not_self_handleable: {
    zh: '这一类不能在现场自行处置。请照常上报，由社区立案派遣。',
    en: 'This category cannot be settled on the spot. Leave it reported; the community files and dispatches it.',
  },
  reporter_not_told: {
    zh: '这一件是居民反映的。先告诉他办好了，再勾上。',
    en: 'A resident reported this. Tell the reporter that it is done, then tick it.',
  },

  handler_cannot_check: {
    zh: '办的人不能核查自己办的件。请派遣方没经手的人来看。',
    en: 'Whoever handled it cannot check it. Somebody of the giving side who did not handle it does.',
  },
  reporter_cannot_check: {
    zh: '上报的人不能核查这一件。请另一个人来看。',
    en: 'Whoever reported it cannot check it. Somebody else does.',
  },
  check_on_site_needed: {
    zh: '这一类要到现场看过才算核查。',
    en: 'This category is checked on the spot only.',
  },
  not_checked: {
    zh: '结果还没有核查通过，不能往上确认。',
    en: 'The result has not passed its check yet and cannot be confirmed onward.',
  },
  handler_cannot_close: {
    zh: '办的人不能给自己办的件结案。请同事或负责人来结。',
    en: 'Whoever handled it cannot close it. A colleague or the head does.',
  },
  reporter_cannot_close: {
    zh: '上报的人不能给自己报的件结案。请同事或负责人来结。',
    en: 'Whoever reported it cannot close it. A colleague or the head does.',
  },
  closing_condition_open: {
    zh: '结案条件还没勾。核对这一类的条件，符合再结。',
    en: 'The closing condition is not ticked. Close it once the condition of its category is met.',
  },
  not_a_void_reason: {
    zh: '只有误录入和测试件可以作废。不想办、办不了的件，走不予立案或挂账。',
    en: 'Only an entry made by mistake and a test can be voided. Anything else is refused or suspended openly.',
  },
  others_reported_it: {
    zh: '这一件有人反映过，不能作废。不能立案的，写明理由，反映人可以提异议。',
    en: 'Somebody reported this, so it cannot be voided. If it is not to be filed, say why; that can be contested.',
  },
  window_open: {
    zh: '期限还没到，先不做。到期会自动办。',
    en: 'The time is not up yet. It happens by itself when it is.',
  },

  already_answered: {
    zh: '这一轮已经答复过了。改主意的话，结案后 15 天内可以要求重开。',
    en: 'This round was answered already. It can still be reopened within 15 days of closing.',
  },
  needs_look: {
    zh: '已经重开过两次。第三次由上一级负责人先到现场看，看过再定，一个工作日内。',
    en: 'It was reopened twice. For the third time the head of the layer above looks first, within a work day.',
  },
  not_closed_yet: {
    zh: '还没结案，结案以后再评。',
    en: 'It is not closed yet. It can be rated once it is.',
  },
  grade_wrong: {
    zh: '请在五档里选一档。',
    en: 'Choose one of the five grades.',
  },
  ...voiceRefusals,
  ...calendarRefusals,
  ...paperRefusals,
} as const satisfies Readonly<Record<string, Words>>

export type RefusalCode = keyof typeof refusalWords

/** The same, said to the person who reported: 您, and the way that is left. */
export const toReporter: Readonly<Partial<Record<RefusalCode, Words>>> = {
  ...voiceRefusalsToReporter,
  no_such_case: {
    zh: '没有找到。请核对编号和六位查询码。',
    en: 'Not found. Please check the number and the six characters.',
  },
  not_yours: {
    zh: '这一步要由反映人来做。没有留过反映的件，不用您确认。',
    en: 'This is for the person who reported it.',
  },
  not_possible_now: {
    zh: '现在还不能做这一步。这一件走到哪里了，写在上面。',
    en: 'This is not possible now. Where your report stands is written above.',
  },
  reason_missing: {
    zh: '请您写几个字，2 到 500 个字都行。',
    en: 'Please write a few words, 2 to 500 characters.',
  },
  window_over: {
    zh: '过了期限，这一件不能再改。还没好的话，请您再反映一件，写上这个编号，我们接着办。',
    en: 'The time for this is over. If it is still not right, please report it again and name this number.',
  },
  already_contested: {
    zh: '您已经提过一次异议，结果写在下面。每件只有一次。',
    en: 'You contested this once already; the result stands below. Once is all there is.',
  },
  already_answered: {
    zh: '您已经答复过了。又出问题的话，结案后 15 天内可以要求重开。',
    en: 'You answered already. If it breaks again, you can have it reopened within 15 days of closing.',
  },
  urged_today: {
    zh: '您今天已经催过一次，办的人和他们的负责人都收到了。下一个工作日可以再催。',
    en: 'You urged it today already; whoever works on it and their head were told. You can urge again on the next work day.',
  },
  needs_look: {
    zh: '这一件已经重开过两次。上一级会有人先到现场看，一个工作日内告诉您。',
    en: 'This was reopened twice. Somebody from above will come and look first, within one work day.',
  },
  not_closed_yet: {
    zh: '还没办完，办完再请您说。',
    en: 'It is not finished yet. You will be asked when it is.',
  },
}

const known = (code: string): code is RefusalCode => Object.hasOwn(refusalWords, code)

/** The sentence for a code; null for one this room does not know (kit and people have their own). */
export function refusalSentence(code: string, to: 'staff' | 'reporter' = 'staff'): Words | null {
  if (!known(code)) return null
  return (to === 'reporter' ? toReporter[code] : undefined) ?? refusalWords[code]
}
