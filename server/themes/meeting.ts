// The record of a meeting: who was called, who came, what was said for and against. What was said against becomes an
// objection like any other: it is answered before a decision is recorded.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type * as contract from '#core/themes/contract-decision.ts'
import type { MeetingView } from '#core/themes/contract-decision.ts'
import { mustAttend, noticeGiven } from '#core/themes/meeting.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { type Act, aboutChoice, isDay } from './keeper.ts'
import { type ChoiceRow, findChoice } from './store-choice.ts'
import * as store from './store-talk.ts'

type Keeper = { app: App; who: Who }
type Meeting = InputOf<typeof contract.recordThemeMeeting>
type Why = Exclude<
  keyof (typeof contract.recordThemeMeeting)['refusals'],
  'no_such_choice' | 'not_yours'
>

export function recordMeeting(keeper: Keeper, input: Meeting) {
  const { app, who } = keeper
  return aboutChoice<{ id: string }, Why>(keeper, input, async (act) => {
    const why = (await whyNot(act, input)) ?? (await whyNotCorrect(act.tx, act.row, input))
    if (why !== null) return refused(why)
    const { tx, row, now } = act
    const id = app.newId()
    const { kind, noticeOn, noticeHow, heldOn, place, expected, attended, corrects } = input
    const { pointsFor, minutes } = input
    const said = { kind, noticeOn, noticeHow, heldOn, place, expected, attended, corrects }
    const of = { communityId: row.communityId, choiceId: row.id, by: who.actor.id }
    await store.addMeeting(tx, { ...said, ...of, id, pointsFor, minutes, recordedAt: now() })
    for (const text of input.pointsAgainst)
      await store.addVoice(tx, {
        ...of,
        id: app.newId(),
        kind: 'objection',
        theme: null,
        text,
        channel: 'meeting',
        meetingId: id,
        secretHash: null,
        at: now(),
        shownAt: now(),
      })
    return done({ id })
  })
}

async function whyNot({ row, today }: Act<ChoiceRow>, input: Meeting): Promise<Why | null> {
  if (row.endedAt !== null) return 'choice_ended'
  if (row.publicAt === null) return 'not_public'
  if (!isDay(input.noticeOn) || !isDay(input.heldOn)) return 'bad_day'
  if (input.heldOn > today) return 'day_to_come'
  if (input.noticeOn > input.heldOn) return 'notice_after_meeting'
  return input.attended > input.expected ? 'more_than_expected' : null
}

async function whyNotCorrect(tx: Tx, row: ChoiceRow, input: Meeting): Promise<Why | null> {
  if (input.corrects === null) return null
  const old = await store.findMeeting(tx, row.communityId, input.corrects)
  if (old === null || old.choiceId !== row.id) return 'no_such_meeting'
  return old.correctedBy === null ? null : 'already_corrected'
}

export function meetingView(row: store.MeetingRow): MeetingView {
  return { ...row, mustAttend: mustAttend(row), noticeGiven: noticeGiven(row) }
}

export function listMeetings(
  { app, who }: Keeper,
  { id }: InputOf<typeof contract.listThemeMeetings>,
): Promise<Result<OutputOf<typeof contract.listThemeMeetings>, 'no_such_choice'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const choice = await findChoice(tx, id)
    if (choice === null) return refused('no_such_choice')
    const rows = await store.listMeetings(tx, choice.communityId, choice.id)
    return done({ items: rows.map(meetingView) })
  })
}
