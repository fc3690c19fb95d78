// Rows of the programme as the wire has them: Chinese and English side by side, nothing that is not for everybody.
import { type Opening, openOn, wordsOf } from '#core/activities/centre.ts'
import type * as contract from '#core/activities/contract-programme.ts'
import type { LocalDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type * as store from './store-programme.ts'

const holiday: Words = { zh: '放假', en: 'Holiday' }

export function dayLine(
  opening: Opening | null,
  day: LocalDate,
): contract.ProgrammeView['days'][number] {
  if (opening === null) return { day, open: [], because: null }
  const { spans, because } = openOn(opening, null, day)
  return {
    day,
    open: spans.map(([from, to]): [string, string] => [from, to]),
    because: because === null ? null : because === 'holiday' ? holiday : wordsOf(because),
  }
}

export const centreLine = ({
  lon,
  lat,
  name,
  planPhoto: _plan,
  ...centre
}: store.CentreRow): contract.CentreLine => ({
  ...centre,
  name: wordsOf(name),
  point: lon === null || lat === null ? null : { lon, lat },
})

export const roomLine = ({ floorPlan: _plan, ...room }: store.RoomRow): contract.RoomLine => ({
  ...room,
  name: wordsOf(room.name),
  note: room.note === null ? null : wordsOf(room.note),
  floorName: wordsOf(room.floorName),
})

export const lentLine = (lent: store.LentRow): contract.LentLine => ({
  ...lent,
  title: lent.title === null ? null : { zh: lent.title, en: lent.title },
  group: lent.group === null ? null : wordsOf(lent.group),
})

export function sessionLine(row: store.SessionRow): contract.SessionLine {
  const { id, seriesId, groupId, themeId, kind, centreId, roomId, place, day, startsAt, endsAt } =
    row
  const { lecturer, seats, booked, waiting, registration, sequence, changedAt } = row
  return {
    id,
    seriesId,
    groupId,
    themeId,
    kind,
    centreId,
    roomId,
    place,
    day,
    startsAt,
    endsAt,
    lecturer,
    seats,
    booked,
    waiting,
    registration,
    sequence,
    changedAt,
    title: wordsOf(row.topic ?? row.seriesTitle),
    seriesTitle: wordsOf(row.seriesTitle),
    movedFrom: row.movedAt !== null && row.originalAt !== row.startsAt ? row.originalAt : null,
    cancelled: row.state === 'cancelled',
    why: row.why === null ? null : wordsOf(row.why),
  }
}
