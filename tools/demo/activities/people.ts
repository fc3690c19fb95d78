// This week's and the next weeks' bookings and registrations: numbers and heads, nobody's name or telephone.
import { addMs, nextDate } from '#core/kit/time.ts'
import { secretHash, voiceSecret } from '#server/cases/secrets.ts'
import { dice } from '../dice.ts'
import { type Making, add, at } from './making.ts'

/** Weeks before and after this one. */
const weeksBack = 8
const weeksAhead = 3

function hashOf(m: Making, number: string): string {
  const { keys } = m.app
  return `\\x${secretHash(keys, number, voiceSecret(keys, number, m.id(number))).toString('hex')}`
}

function numbers(m: Making, letter: 'H' | 'B'): () => string {
  let last = 0
  return () => {
    last += 1
    return `${m.area.code}-${m.today.slice(2, 4)}-${letter}${String(last).padStart(5, '0')}`
  }
}

export function bookingsOf(m: Making): void {
  const next = numbers(m, 'B')
  for (let week = -weeksBack; week <= weeksAhead; week += 1)
    for (const plan of m.plan.bookings) {
      const day = nextDate(m.monday, week * 7 + plan.weekday - 1)
      // Groups come every week; a meeting is held when there is something to talk about.
      if ((plan.group === undefined && week !== 0) || m.isHoliday(day)) continue
      const startsAt = at(m, day, plan.time)
      lend(m, next(), {
        room: plan.room,
        zh: plan.zh,
        group: plan.group ?? null,
        startsAt,
        endsAt: addMs(startsAt, plan.minutes * 60_000),
        state: 'granted',
      })
    }
  if (m.plan.rooms.some((room) => room.key === 'council')) {
    const startsAt = at(m, nextDate(m.monday, 9), '15:00')
    const endsAt = addMs(startsAt, 7_200_000)
    lend(m, next(), {
      room: 'council',
      zh: '5栋楼道改造商量会',
      group: null,
      startsAt,
      endsAt,
      state: 'asked',
    })
  }
  const last = (m.rows['bookings'] ?? []).filter((row) => row['community_id'] === m.area.id).length
  const year = Number(m.today.slice(2, 4))
  if (last > 0) add(m, 'serials', { kind: 'booking', year, last })
}

type Lent = {
  room: string
  zh: string
  group: string | null
  startsAt: string
  endsAt: string
  state: 'asked' | 'granted'
}

function lend(m: Making, number: string, lent: Lent): void {
  const id = m.id(`booking ${number}`)
  const askedAt = addMs(lent.startsAt, -9 * 86_400_000)
  const asked_at = Date.parse(askedAt) > Date.parse(m.now) ? m.now : askedAt
  add(m, 'bookings', {
    id,
    number,
    room_id: m.id(lent.room),
    by_kind: lent.group === null ? 'organisation' : 'group',
    group_id: lent.group === null ? null : m.id(lent.group),
    organisation: lent.group === null ? '居民小组' : null,
    purpose: lent.zh,
    title_zh: lent.zh,
    people: 16,
    starts_at: lent.startsAt,
    ends_at: lent.endsAt,
    state: lent.state,
    channel: 'counter',
    asked_at,
    asked_by: 'demo',
    secret_hash: hashOf(m, number),
    decided_at: lent.state === 'granted' ? asked_at : null,
    decided_by: lent.state === 'granted' ? 'demo' : null,
  })
  add(m, 'uses', {
    room_id: m.id(lent.room),
    booking_id: id,
    during: `[${lent.startsAt},${lent.endsAt})`,
  })
}

export function registrationsOf(m: Making): void {
  const next = numbers(m, 'H')
  let last = 0
  const until = nextDate(m.monday, 7 * weeksAhead)
  const bySeries = new Map(
    m.plan.series.map((each) => [m.id(`series ${each.zh} ${each.time}`), each]),
  )
  const sessions = (m.rows['sessions'] ?? []).filter(
    (row) =>
      row['community_id'] === m.area.id &&
      String(row['day']) >= m.monday &&
      String(row['day']) < until,
  )
  for (const session of sessions) {
    const series = bySeries.get(String(session['series_id']))
    if (series?.registered === undefined) continue
    const chance = dice(m.seed).for(`registered ${String(session['id'])}`)
    const later = String(session['day']) > nextDate(m.monday, 6)
    let left = later ? Math.round(series.registered * 0.6) : series.registered
    session['booked'] = left
    while (left > 0) {
      const people = Math.min(
        left,
        chance.weighed([
          [6, 1],
          [3, 2],
          [1, 3],
        ] as const),
      )
      left -= people
      last += 1
      registered(m, { session, number: next(), people, chance: chance.next() })
    }
  }
  if (last > 0) add(m, 'serials', { kind: 'registration', year: Number(m.today.slice(2, 4)), last })
}

function registered(
  m: Making,
  r: { session: Record<string, unknown>; number: string; people: number; chance: number },
): void {
  const id = m.id(`registration ${r.number}`)
  const starts = String(r.session['starts_at'])
  const made = addMs(starts, -Math.round((1 + r.chance * 6) * 86_400_000))
  add(m, 'registrations', {
    id,
    session_id: r.session['id'],
    number: r.number,
    people: r.people,
    state: 'booked',
    channel: r.chance < 0.4 ? 'web' : r.chance < 0.75 ? 'phone' : 'counter',
    by_staff: r.chance >= 0.4,
    made_at: Date.parse(made) > Date.parse(m.now) ? m.now : made,
    secret_hash: hashOf(m, r.number),
  })
  if (r.session['state'] === 'cancelled')
    add(m, 'tellings', {
      registration_id: id,
      cause: 'cancelled',
      kind: 'cancelled',
      words_zh: '这个星期六15:00的“亲子瑜伽”停一次。原因：老师临时有事。',
      words_en:
        '“Yoga for families” this Saturday 15:00 does not take place: the teacher cannot come.',
      at: m.now,
      by_phone: false,
    })
}
