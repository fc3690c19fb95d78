// SQL of what is said, answered and recorded of meetings.
import { sql } from 'kysely'
import type { SaidView, VoiceKind, VoiceView } from '#core/themes/contract-voices.ts'
import type { MeetingKind } from '#core/themes/meeting.ts'
import { type Tx, firstOf, rowsOf } from '../kit/db.ts'

type NewVoice = {
  communityId: number
  id: string
  choiceId: string
  kind: VoiceKind
  theme: string | null
  text: string
  channel: 'web' | 'assisted' | 'meeting'
  meetingId: string | null
  by: string | null
  secretHash: Buffer | null
  at: string
  /** What staff write down themselves has been looked at. */
  shownAt: string | null
}
export const addVoice = (tx: Tx, row: NewVoice) =>
  rowsOf(
    tx,
    sql`
    insert into themes.voices (community_id, id, choice_id, kind, theme, text, channel, meeting_id, entered_by, secret_hash,
                               said_at, shown_at, looked_by)
    values (${row.communityId}, ${row.id}, ${row.choiceId}, ${row.kind}, ${row.theme}, ${row.text}, ${row.channel},
            ${row.meetingId}, ${row.by}, ${row.secretHash}, ${row.at}, ${row.shownAt}, ${row.shownAt === null ? null : row.by})`,
  )

export type VoiceRow = VoiceView & { communityId: number; choiceId: string }

const voiceColumns = sql`
           v.community_id as "communityId",
           v.choice_id    as "choiceId",
           v.id,
           v.kind,
           v.theme,
           v.text,
           v.channel,
           v.said_at      as "saidAt",
           v.shown_at     as "shownAt",
           v.withheld_at  as "withheldAt",
           v.withheld_why as "withheldWhy",
           a.text         as answer,
           a.at           as "answeredAt"
      from themes.voices v
      left join lateral (select l.text, l.at
                           from themes.answers l
                          where l.community_id = v.community_id
                            and l.voice_id = v.id
                          order by l.n desc
                          limit 1) a on true`

export const findVoice = (tx: Tx, id: string) =>
  firstOf(tx, sql<VoiceRow>`select ${voiceColumns} where v.id = ${id}`)

/** By its secret, under the job's scope: whoever knows it wrote it. */
export const findVoiceBySecret = (tx: Tx, id: string, hash: Buffer) =>
  firstOf(tx, sql<VoiceRow>`select ${voiceColumns} where v.id = ${id} and v.secret_hash = ${hash}`)

type Page = { communityId: number; choiceId: string; limit: number; after: number }

/** What waits for a look first, oldest first; then the newest. */
export const listVoices = (tx: Tx, page: Page) =>
  rowsOf(
    tx,
    sql<VoiceRow>`
    select ${voiceColumns}
     where v.community_id = ${page.communityId}
       and v.choice_id = ${page.choiceId}
     order by (v.shown_at is null and v.withheld_at is null) desc,
              (v.kind = 'objection' and a.text is null) desc,
              v.said_at desc,
              v.id
     limit ${page.limit}
    offset ${page.after}`,
  )

export const listPublicVoices = (tx: Tx, communityId: number, choiceId: string, limit: number) =>
  rowsOf(
    tx,
    sql<SaidView>`
    select p.id,
           p.kind,
           p.theme,
           p.text,
           p.channel,
           p.said_at     as "saidAt",
           p.answer,
           p.answered_at as "answeredAt"
      from themes.public_voices p
     where p.community_id = ${communityId}
       and p.choice_id = ${choiceId}
     order by p.said_at desc, p.id
     limit ${limit}`,
  )

type Look = {
  communityId: number
  id: string
  show: boolean
  reason: string | null
  by: string
  at: string
}
export const setLooked = (tx: Tx, look: Look) =>
  rowsOf(
    tx,
    sql`
    update themes.voices
       set shown_at     = ${look.show ? look.at : null},
           withheld_at  = ${look.show ? null : look.at},
           withheld_why = ${look.show ? null : look.reason},
           looked_by    = ${look.by}
     where community_id = ${look.communityId}
       and id = ${look.id}`,
  )

type NewAnswer = { communityId: number; voiceId: string; text: string; by: string; at: string }
export async function addAnswer(tx: Tx, row: NewAnswer): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`voice ${row.voiceId}`}, 0))`.execute(
    tx.k,
  )
  const added = await firstOf(
    tx,
    sql<{ n: number }>`
    insert into themes.answers (community_id, voice_id, n, text, by, at)
    select ${row.communityId}, ${row.voiceId}, coalesce(max(a.n), 0) + 1, ${row.text}, ${row.by}, ${row.at}
      from themes.answers a
     where a.community_id = ${row.communityId}
       and a.voice_id = ${row.voiceId}
 returning n`,
  )
  return added?.n ?? 1
}

/** Shown objections with their last answer, in the order in which they were raised. */
export const listObjections = (tx: Tx, communityId: number, choiceId: string) =>
  rowsOf(
    tx,
    sql<VoiceRow>`
    select ${voiceColumns}
     where v.community_id = ${communityId}
       and v.choice_id = ${choiceId}
       and v.kind = 'objection'
       and v.shown_at is not null
     order by v.said_at, v.id
     limit 200`,
  )

export type MeetingRow = {
  communityId: number
  choiceId: string
  id: string
  kind: MeetingKind
  noticeOn: string
  noticeHow: string
  heldOn: string
  place: string
  expected: number
  attended: number
  pointsFor: string[]
  minutes: string
  corrects: string | null
  correctedBy: string | null
  recordedAt: string
}

const meetingColumns = sql`
           m.community_id as "communityId",
           m.choice_id    as "choiceId",
           m.id,
           m.kind,
           m.notice_on    as "noticeOn",
           m.notice_how   as "noticeHow",
           m.held_on      as "heldOn",
           m.place,
           m.expected,
           m.attended,
           m.points_for   as "pointsFor",
           m.minutes,
           m.corrects,
           l.id           as "correctedBy",
           m.recorded_at  as "recordedAt"
      from themes.meetings m
      left join themes.meetings l on l.community_id = m.community_id
                                 and l.corrects = m.id`

export const findMeeting = (tx: Tx, communityId: number, id: string) =>
  firstOf(
    tx,
    sql<MeetingRow>`select ${meetingColumns} where m.community_id = ${communityId} and m.id = ${id}`,
  )

export const listMeetings = (tx: Tx, communityId: number, choiceId: string) =>
  rowsOf(
    tx,
    sql<MeetingRow>`
    select ${meetingColumns}
     where m.community_id = ${communityId}
       and m.choice_id = ${choiceId}
     order by m.held_on desc, m.recorded_at desc
     limit 50`,
  )

type NewMeeting = Omit<MeetingRow, 'correctedBy'> & { by: string }
export const addMeeting = (tx: Tx, row: NewMeeting) =>
  rowsOf(
    tx,
    sql`
    insert into themes.meetings (community_id, id, choice_id, kind, notice_on, notice_how, held_on, place, expected, attended,
                                 points_for, minutes, corrects, recorded_by, recorded_at)
    values (${row.communityId}, ${row.id}, ${row.choiceId}, ${row.kind}, ${row.noticeOn}, ${row.noticeHow}, ${row.heldOn},
            ${row.place}, ${row.expected}, ${row.attended}, ${JSON.stringify(row.pointsFor)}, ${row.minutes}, ${row.corrects},
            ${row.by}, ${row.recordedAt})`,
  )
