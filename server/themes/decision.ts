// What a meeting decided, on which evidence, by which rule. Recorded once, public from then on, corrected only by another
// record that names it. The system counts votes against the law; it chooses nothing.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type * as contract from '#core/themes/contract-decision.ts'
import { type RuleApplied, applyRule } from '#core/themes/meeting.ts'
import { hasBegun } from '#core/themes/programme.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { kindsAt, writable } from './catalogue.ts'
import { evidenceView } from './choice.ts'
import { digestsOf, isWhole } from './digest.ts'
import { type Act, aboutChoice, areaOf, nameOf } from './keeper.ts'
import { meetingView } from './meeting.ts'
import * as choices from './store-choice.ts'
import * as store from './store-decision.ts'
import * as programme from './store-programme.ts'
import { findMeeting, listObjections } from './store-talk.ts'

type Keeper = { app: App; who: Who }
type Input = InputOf<typeof contract.recordThemeDecision>
type Why = Exclude<
  keyof (typeof contract.recordThemeDecision)['refusals'],
  'no_such_choice' | 'not_yours'
>
type Recorded = { id: string; themeId: string | null; sha256: string }

export function recordDecision(keeper: Keeper, input: Input) {
  const { app, who } = keeper
  return aboutChoice<Recorded, Why>(keeper, input, async (act) => {
    const { tx, row, now } = act
    const old = await correctedBy(tx, row, input)
    if (!old.ok) return old
    const grounds = await groundsOf(app, act, input)
    if (!grounds.ok) return grounds
    const { evidence, rule, kind, objections } = grounds.value
    const said = {
      communityId: row.communityId,
      choiceId: row.id,
      evidenceId: evidence.id,
      meetingId: input.meetingId,
      kind,
      reasons: input.reasons,
      yes: input.yes,
      no: input.no,
      abstain: input.abstain,
      rule,
      objections,
      corrects: input.corrects,
    }
    const digests = digestsOf({ ...said, evidence: evidence.sha256 })
    const id = app.newId()
    await store.addDecision(tx, { ...said, ...digests, id, by: who.actor.id, recordedAt: now() })
    const themeId = await follow(app, act, { id, kind, old: old.value, by: who.actor.id })
    if (row.endedAt === null)
      await choices.endChoice(tx, row, {
        kind: 'decided',
        reason: null,
        by: who.actor.id,
        at: now(),
      })
    return done({ id, themeId, sha256: digests.sha256 })
  })
}

/** A first record needs an open choice; a correction names the record it corrects, and comes before the programme begins. */
async function correctedBy(
  tx: Tx,
  row: choices.ChoiceRow,
  input: Input,
): Promise<Result<store.DecisionRow | null, Why>> {
  if (input.corrects === null) return row.endedAt === null ? done(null) : refused('choice_ended')
  const old = await store.findDecision(tx, input.corrects)
  if (old === null || old.choiceId !== row.id) return refused('no_such_decision')
  if (old.correctedBy !== null) return refused('already_corrected')
  const theme = await programme.findThemeOfDecision(tx, row.communityId, old.id)
  if (theme === null || theme.kindCode === input.kindCode) return done(old)
  return hasBegun(theme.state) ? refused('programme_begun') : done(old)
}

type Grounds = {
  evidence: choices.EvidenceRow
  rule: RuleApplied
  kind: ReturnType<typeof writable> | null
  objections: { text: string; answer: string }[]
}

async function groundsOf(
  app: App,
  { tx, row, area, today }: Act<choices.ChoiceRow>,
  input: Input,
): Promise<Result<Grounds, Why>> {
  const evidence = await choices.findEvidence(tx, row.communityId, input.evidenceId)
  if (evidence === null || evidence.choiceId !== row.id) return refused('no_such_evidence')
  const meeting = await findMeeting(tx, row.communityId, input.meetingId)
  if (meeting === null || meeting.choiceId !== row.id) return refused('no_such_meeting')
  if (meeting.correctedBy !== null) return refused('already_corrected')
  // Whoever voted must have been able to see what the decision rests on.
  if (localDate(evidence.frozenAt, area.timeZone) > meeting.heldOn)
    return refused('evidence_after_meeting')
  const kind =
    input.kindCode === null
      ? null
      : (await kindsAt(tx, area, today)).find(({ code }) => code === input.kindCode)
  if (kind === undefined) return refused('no_such_kind')
  const rule = applyRule(meeting, input, kind !== null)
  if (!rule.ok) return rule
  const listed = await choices.findListed(tx, row.id)
  if ((listed?.waiting ?? 0) > 0) return refused('voices_waiting')
  if ((listed?.openObjections ?? 0) > 0) return refused('objections_open')
  const { expected, attended, mustAttend, mustAgree, carried } = rule.value
  const raised = await listObjections(tx, row.communityId, row.id)
  return done({
    evidence,
    rule: { kind: meeting.kind, expected, attended, mustAttend, mustAgree, carried },
    kind: kind === null ? null : writable(kind),
    objections: raised.map(({ text, answer }) => ({ text, answer: answer ?? '' })),
  })
}

type Follows = {
  id: string
  kind: Grounds['kind']
  old: store.DecisionRow | null
  by: string
}

/** A chosen theme begins to be prepared; a corrected record keeps its theme, or ends it when another was meant. */
async function follow(
  app: App,
  { tx, row, today, now }: Act<choices.ChoiceRow>,
  { id, kind, old, by }: Follows,
): Promise<string | null> {
  const before =
    old === null ? null : await programme.findThemeOfDecision(tx, row.communityId, old.id)
  if (before !== null && kind !== null && before.kindCode === kind.code) {
    await programme.setDecision(tx, before, id)
    return before.id
  }
  const step = { onDay: today, by, at: now() }
  if (before !== null && before.state !== 'ended')
    await programme.addState(tx, before, { ...step, state: 'ended', reason: '决定记录更正' })
  if (kind === null) return null
  const theme = { communityId: row.communityId, id: app.newId(), decisionId: id }
  const named = { kindCode: kind.code, zh: kind.name.zh, en: kind.name.en }
  await programme.addTheme(tx, { ...theme, ...named, at: now() })
  await programme.addState(tx, theme, { ...step, state: 'prepared', reason: '已作决定' })
  return theme.id
}

export function readDecision(
  { app, who }: Keeper,
  { id }: InputOf<typeof contract.readThemeDecision>,
): Promise<Result<OutputOf<typeof contract.readThemeDecision>, 'no_such_decision'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const row = await store.findDecision(tx, id)
    if (row === null) return refused('no_such_decision')
    const evidence = await choices.findEvidence(tx, row.communityId, row.evidenceId)
    const meeting = await findMeeting(tx, row.communityId, row.meetingId)
    assert(evidence !== null && meeting !== null, 'a decision stands on evidence and a meeting')
    const theme = await programme.findThemeOfDecision(tx, row.communityId, row.id)
    const { communityId, choiceId, evidenceId, meetingId, kind, reasons, corrects } = row
    const { yes, no, abstain, rule, objections } = row
    const said = { communityId, choiceId, evidenceId, meetingId, kind, reasons, corrects }
    const content = { ...said, yes, no, abstain, rule, objections, evidence: evidence.sha256 }
    return done({
      ...row,
      kind: kind === null ? null : writable(kind),
      themeId: theme?.id ?? null,
      community: nameOf(areaOf(app, communityId)),
      meeting: meetingView(meeting),
      evidence: evidenceView(evidence),
      whole: isWhole(content, row),
    })
  })
}
