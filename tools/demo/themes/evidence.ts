// What a demo decision rests on: counted by the server from the demo's survey, register and known figures, and dated to the
// day on which it was frozen.
import { applyRule } from '#core/themes/meeting.ts'
import { candidatesNow } from '#server/themes/candidates.ts'
import { digestsOf } from '#server/themes/digest.ts'
import { themeKinds } from '../../../packs/cn-community/themes.ts'
import { idOf } from '../staff.ts'
import type { Telling } from './fill-themes.ts'

/** As the page counts it now, dated to the day on which the plan froze it. */
export async function evidenceOf({ app, planned, area, keeper, at, id }: Telling) {
  const choice = {
    communityId: area.id,
    id: id('choice'),
    surveyId: idOf(planned.survey),
    question: 'needs',
    openedAt: at(planned.opened),
    publicAt: at(planned.opened - 2),
    endedAt: null,
    endKind: null,
    endReason: null,
  }
  const frozenAt = at(planned.frozen)
  const content = { ...(await candidatesNow(app, choice, null)), asOf: frozenAt }
  return {
    community_id: area.id,
    id: id('evidence'),
    choice_id: id('choice'),
    content,
    ...digestsOf(content),
    frozen_by: keeper,
    frozen_at: frozenAt,
  }
}

export function decisionOf(
  { planned, area, keeper, at, id }: Telling,
  evidence: { sha256: string },
): object {
  const { decision } = planned
  if (decision === null) throw new Error(`${planned.key} has decided nothing`)
  const { expected, attended, yes, no, abstain } = decision
  const kind = themeKinds.find(({ code }) => code === decision.kind) ?? null
  const rule = applyRule({ kind: 'representatives', expected, attended }, decision, true)
  if (!rule.ok || kind === null) throw new Error(`${planned.key} could not decide that`)
  const objections = planned.voices
    .filter(({ kind: of }) => of === 'objection')
    .map(({ text, answer }) => ({ text, answer: answer ?? '' }))
  const said = {
    communityId: area.id,
    choiceId: id('choice'),
    evidenceId: id('evidence'),
    meetingId: id('meeting'),
    kind,
    reasons: decision.reasons,
    corrects: null,
    yes,
    no,
    abstain,
    rule: {
      kind: 'representatives',
      expected,
      attended,
      mustAttend: rule.value.mustAttend,
      mustAgree: rule.value.mustAgree,
      carried: true,
    },
    objections,
  }
  return {
    community_id: area.id,
    id: id('decision'),
    choice_id: said.choiceId,
    evidence_id: said.evidenceId,
    meeting_id: said.meetingId,
    kind_code: kind.code,
    kind,
    reasons: said.reasons,
    yes,
    no,
    abstain,
    rule: said.rule,
    objections,
    corrects: null,
    ...digestsOf({ ...said, evidence: evidence.sha256 }),
    recorded_by: keeper,
    recorded_at: at(decision.held - 1),
  }
}
