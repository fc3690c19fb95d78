// The centres of the demo world with two years of sessions, the week's bookings and registrations. Written by the owner
// in a few statements; dates follow from the same rules as everybody's, so that the nightly job finds nothing to do.
import type pg from 'pg'
import { mondayOf } from '#core/activities/lending.ts'
import { localDate, nextDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '#server/app.ts'
import { calendarAt } from '#server/places/index-of-places.ts'
import { dice } from '../dice.ts'
import { fiveCommunities } from '../staff.ts'
import { type Making, type Rows, add, idOf } from './making.ts'
import { smallCentre, tongjing } from './plan.ts'
import type { CentrePlan } from './planned.ts'
import { bookingsOf, registrationsOf } from './people.ts'
import { sessionsOf } from './sessions.ts'

const tongjingCode = fiveCommunities[0]

export async function fillActivities(
  client: pg.ClientBase,
  app: App,
  seed: string,
): Promise<{ centres: number; sessions: number; personTimes: number }> {
  const rows: Rows = {}
  const areas = communitiesOf(app)
  areas.forEach((area, nth) => {
    const plan = area.code === tongjingCode ? tongjing : smallCentre(area.name, area.nameEn, nth)
    makeCentre(makingOf(app, area, { plan, rows, seed }))
  })
  await insertAll(client, rows)
  const sessions = rows['sessions'] ?? []
  return {
    centres: areas.length,
    sessions: sessions.filter((each) => each['came'] !== null).length,
    personTimes: sessions.reduce((sum, each) => sum + Number(each['came'] ?? 0), 0),
  }
}

function communitiesOf(app: App): Area[] {
  return fiveCommunities.flatMap((code) => app.places.geography.findByCode(code) ?? [])
}

function makingOf(
  app: App,
  area: Area,
  given: { plan: CentrePlan; rows: Rows; seed: string },
): Making {
  const now = app.now()
  const today = localDate(now, area.timeZone)
  const monday = mondayOf(today)
  const { daysOff } = calendarAt(app, area.path, now)
  return {
    ...given,
    app,
    area,
    now,
    today,
    monday,
    isHoliday: (day) => daysOff.has(day),
    id: (name) => idOf(`${area.code} ${name}`),
    since: nextDate(monday, -7 * 105),
  }
}

function makeCentre(m: Making): void {
  makeHouse(m)
  makeGroups(m)
  sessionsOf(m)
  bookingsOf(m)
  registrationsOf(m)
}

function makeHouse(m: Making): void {
  const { plan, id, since } = m
  const centre_id = id('centre')
  const { zh: name_zh, en: name_en, address, phone, lift } = plan
  add(m, 'centres', { id: centre_id, name_zh, name_en, address, phone, lift, opened_on: since })
  for (const [ordinal, zh, en] of plan.floors)
    add(m, 'floors', { centre_id, ordinal, name_zh: zh, name_en: en })
  const zones =
    m.plan.floors.length > 1
      ? [
          ['health', '健康板块', 'Health'],
          ['neighbours', '邻里板块', 'Neighbours'],
        ]
      : []
  for (const [key = '', zh, en] of zones)
    add(m, 'zones', { id: id(key), centre_id, name_zh: zh, name_en: en })
  plan.rooms.forEach((room, nth) => {
    const health = ['hall', 'together', 'market'].includes(room.key)
    add(m, 'rooms', {
      id: id(room.key),
      centre_id,
      floor: room.floor,
      zone_id: zones.length === 0 ? null : id(health ? 'health' : 'neighbours'),
      ordinal: nth + 1,
      name_zh: room.zh,
      name_en: room.en,
      note_zh: room.noteZh,
      note_en: room.noteEn,
      seats: room.seats,
      area_sqm: room.sqm,
      equipment: room.equipment,
      step_free: room.stepFree,
      lends: room.lends ?? true,
      needs_approval: room.needsApproval ?? false,
      opened_on: since,
    })
  })
  makeHours(m)
}

function makeHours(m: Making): void {
  const { plan, id, since, now } = m
  const centre_id = id('centre')
  const week = (from: string, to: string) => Array.from({ length: 7 }, () => [[from, to]])
  const hours = {
    centre_id,
    valid_from: since,
    on_holidays: 'closed',
    entered_by: 'demo',
    entered_at: now,
  }
  const reason = '照中心门口公示的时间'
  add(m, 'hours', {
    ...hours,
    id: id('hours'),
    room_id: null,
    week: week('09:00', '21:00'),
    reason,
  })
  if (plan.rooms.some((room) => room.key === 'market'))
    add(m, 'hours', {
      ...hours,
      id: id('market hours'),
      room_id: id('market'),
      week: week('08:30', '17:00'),
      reason,
    })
  add(m, 'lending_rules', {
    id: id('rules'),
    centre_id,
    valid_from: since,
    rules: {
      groupHoursPerWeek: 8,
      residentHoursPerWeek: 4,
      daysAhead: 30,
      minutesMin: 30,
      minutesMax: 240,
    },
    reason: '居民代表会议定的',
    entered_by: 'demo',
    entered_at: now,
  })
}

function makeGroups(m: Making): void {
  for (const group of m.plan.groups)
    add(m, 'groups', {
      id: m.id(group.key),
      name_zh: group.zh,
      name_en: group.en,
      kind: group.kind,
      about: group.about,
      leader_post: group.post,
      members: group.members,
      rooms: group.rooms.map((room) => m.id(room)),
      founded_on: m.since,
    })
  const volunteers = [
    ['电工师傅们', 'team', '每周一下午帮忙修小家电'],
    ['缝补角的姐妹', 'team', '改裤脚、补衣服'],
    ['区三医院义诊队', 'organisation', '隔周星期六上午义诊'],
  ] as const
  const dated = nextDate(m.today, -200)
  for (const [shown, kind, offers] of volunteers)
    add(m, 'volunteers', { id: m.id(shown), shown, kind, offers, since: dated, agreed_on: dated })
  const chance = dice(m.seed).for(`thanks ${m.area.code}`)
  const deeds = [
    '陪行动不便的邻居下楼听讲座',
    '修好了活动室的音响',
    '教会八位邻居用手机挂号',
    '把旧书一本本理好上架',
    '下雨天帮忙收了一院子的衣服',
  ]
  deeds.forEach((deed, nth) =>
    add(m, 'thanks', {
      id: m.id(`thanks ${nth}`),
      shown: chance.pick(['3栋的邻居', '电工师傅们', '书法社', '缝补角的姐妹', '高中生志愿队']),
      deed,
      day: nextDate(m.today, -3 - nth * 9),
      hours: nth % 2 === 0 ? 2 : null,
      is_public: true,
      thanked_by: 'demo',
      thanked_at: m.now,
    }),
  )
  if (m.plan === tongjing) makeSpaces(m)
}

function makeSpaces(m: Making): void {
  const space = { listed_at: m.now, owner: '社区居委会' }
  const shared = m.id('space shared')
  add(m, 'spaces', {
    ...space,
    id: shared,
    room_id: m.id('shared'),
    name_zh: '一楼原库房',
    address: '同景路 12 号一楼',
    area_sqm: 42,
    idle_since: nextDate(m.since, -300),
    state: 'allocated',
  })
  add(m, 'spaces', {
    ...space,
    id: m.id('space shop'),
    room_id: null,
    name_zh: '7栋底楼门面',
    address: '同景路 30 号附 2 号',
    area_sqm: 68.5,
    idle_since: nextDate(m.today, -140),
    state: 'listed',
  })
  add(m, 'space_uses', {
    id: m.id('use shared'),
    space_id: shared,
    use: 'shared',
    by_whom: '同景社区居委会',
    words: '做邻里共享间：修家电、缝补、旧书交换',
    state: 'allocated',
    proposed_at: m.now,
    decided_at: m.now,
    from_on: nextDate(m.today, -150),
    to_on: nextDate(m.today, 580),
    terms: '不收租金，水电各付，每月公开一次使用情况',
  })
  add(m, 'space_uses', {
    id: m.id('use shop'),
    space_id: m.id('space shop'),
    use: 'incubator',
    by_whom: '社区社会组织联合会',
    words: '给两个刚起步的社会组织做办公点',
    state: 'proposed',
    proposed_at: m.now,
  })
}

/** In one transaction: what takes up a room is written before the booking it belongs to, and checked at the end. */
async function insertAll(client: pg.ClientBase, rows: Rows): Promise<void> {
  await client.query('begin')
  try {
    for (const [table, list] of Object.entries(rows)) await insert(client, table, list)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** One statement a table; columns as the rows name them. */
async function insert(
  client: pg.ClientBase,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const { rows: types } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, atttypmod) as type
       from pg_attribute
      where attrelid = ('activities.' || $1)::regclass
        and attname = any($2)`,
    [table, columns],
  )
  const list = types.map(({ name }) => `"${name}"`).join(', ')
  const shape = types.map(({ name, type }) => `"${name}" ${type}`).join(', ')
  // Where the demo says nothing, the table's own default speaks.
  await client.query(
    `insert into activities.${table} (${list}) select ${list} from jsonb_to_recordset($1::jsonb) as r (${shape})`,
    [JSON.stringify(rows.map((row) => spelled(row, columns)))],
  )
}

function spelled(row: Record<string, unknown>, columns: readonly string[]) {
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))
}
