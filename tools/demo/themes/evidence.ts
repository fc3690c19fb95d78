// What a demo decision rests on: counted by the server from the demo's survey and register, with the population sums of the
// demo, and dated to the day on which it was frozen.
import { groupsOnlyHere } from '#core/themes/difference.ts'
import { candidatesOf } from '#core/themes/score.ts'
import { onlyHereSentences } from '#core/themes/sentences.ts'
import { otherOrders, rankTable } from '#core/themes/stability.ts'
import { applyRule } from '#core/themes/meeting.ts'
import { pickedAnswers } from '#server/surveys/picks.ts'
import { candidatesNow } from '#server/themes/candidates.ts'
import { digestsOf } from '#server/themes/digest.ts'
import { themeKinds } from '../../../packs/cn-community/themes.ts'
import { idOf } from '../staff.ts'
import type { Telling } from './fill-themes.ts'
import { district } from './plan.ts'

const shares = (given: Readonly<Record<string, number>>) =>
  Object.entries(given).map(([category, share]) => ({ dimension: 'age', category, share }))

export async function evidenceOf({ app, planned, area, keeper, at, id }: Telling) {
  const asked = { surveyId: idOf(planned.survey), question: 'needs' }
  // Without its answers, which are counted below with the population of the demo: drawing again takes a moment.
  const choice = {
    communityId: area.id,
    id: id('choice'),
    surveyId: null,
    question: null,
    openedAt: at(planned.opened),
    publicAt: at(planned.opened - 2),
    endedAt: null,
    endKind: null,
    endReason: null,
  }
  const now = await candidatesNow(app, choice, null)
  const picks = await pickedAnswers(app, asked)
  const population = shares(planned.population)
  const inputs = { kinds: themeKinds, picks, population }
  const reached = now.reached.map(({ category }) => category)
  const candidates = candidatesOf({ ...inputs, reached }, now.weights)
  const only = groupsOnlyHere(population, shares(district))
  const names = {
    resource: (code: string) => ({ zh: code, en: code }),
    metres: now.weighting.metres,
  }
  const frozenAt = at(planned.frozen)
  const survey =
    picks === null
      ? null
      : {
          id: asked.surveyId,
          question: asked.question,
          title: picks.title,
          questionTitle: picks.questionTitle,
          version: picks.version,
          weightingVersion: null,
          weighted: picks.weighted,
          sent: picks.sent,
          n: picks.n,
          effective: picks.effective,
        }
  const content = {
    ...now,
    survey,
    asOf: frozenAt,
    population,
    candidates,
    stability: rankTable(
      { kinds: themeKinds, picks, candidates },
      { weights: now.weights, seed: now.stability.seed },
    ),
    otherOrders: otherOrders(candidates, now.weights),
    onlyHere: [...now.onlyHere, ...onlyHereSentences(only, { ...names, wider: '南岸区' })],
  }
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
