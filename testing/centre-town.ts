// A centre for stories: two floors, three rooms, a health lecture every Tuesday, a choir, and one week of November 2026
// with a cancelled, a moved and an unpublished session in it. Written as rows, by the owner.
import type pg from 'pg'

export const centreIds = {
  centre: '0198b0c0-0000-7000-8000-000000000001',
  hall: '0198b0c0-0000-7000-8000-000000000011',
  studio: '0198b0c0-0000-7000-8000-000000000012',
  lobby: '0198b0c0-0000-7000-8000-000000000013',
  lecture: '0198b0c0-0000-7000-8000-000000000021',
  yoga: '0198b0c0-0000-7000-8000-000000000022',
  draft: '0198b0c0-0000-7000-8000-000000000023',
  choir: '0198b0c0-0000-7000-8000-000000000031',
  choirSeries: '0198b0c0-0000-7000-8000-000000000024',
  tuesday: '0198b0c0-0000-7000-8000-000000000101',
  nextTuesday: '0198b0c0-0000-7000-8000-000000000102',
  saturday: '0198b0c0-0000-7000-8000-000000000103',
  secret: '0198b0c0-0000-7000-8000-000000000104',
  sings: '0198b0c0-0000-7000-8000-000000000105',
  moved: '0198b0c0-0000-7000-8000-000000000106',
} as const
const id = centreIds

/** `monday`: of the week that is this week in the story. */
export async function buildCentre(
  owner: pg.Client,
  communityId: number,
  monday = '2026-11-23',
): Promise<void> {
  const shift = Date.parse(monday) - Date.parse('2026-11-23')
  const on = (at: string) => new Date(Date.parse(`${at}:00Z`) + shift).toISOString().slice(0, 16)
  const add = async (table: string, rows: Record<string, unknown>[]) => {
    for (const row of rows) {
      const all = { community_id: communityId, ...row }
      const names = Object.keys(all)
      await owner.query(
        `insert into activities.${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        Object.values(all),
      )
    }
  }
  await add('centres', [
    {
      id: id.centre,
      name_zh: '同景社区党群服务中心',
      name_en: 'Tongjing Community Centre',
      address: '同景路 8 号',
      phone: '023-5555 0141',
      lift: true,
      lon: 106.62,
      lat: 29.5,
      opened_on: '2024-01-01',
    },
  ])
  await add('floors', [
    { centre_id: id.centre, ordinal: 3, name_zh: '三楼', name_en: 'Third floor' },
    { centre_id: id.centre, ordinal: 1, name_zh: '一楼', name_en: 'Ground floor' },
  ])
  const room = { centre_id: id.centre, opened_on: '2024-01-01' }
  await add('rooms', [
    { ...room, id: id.hall, floor: 3, name_zh: '健康大讲堂', name_en: 'Lecture hall', seats: 60 },
    { ...room, id: id.studio, floor: 3, ordinal: 2, name_zh: '排练厅', note_zh: '镜墙、地胶' },
    { ...room, id: id.lobby, floor: 1, name_zh: '健康集市', step_free: true, lends: false },
  ])
  const week = JSON.stringify(Array.from({ length: 7 }, () => [['09:00', '17:00']]))
  await add('hours', [
    {
      id: '0198b0c0-0000-7000-8000-000000000041',
      centre_id: id.centre,
      valid_from: '2024-01-01',
      week,
      reason: '开门',
      entered_by: 'he',
      entered_at: '2024-01-01T00:00:00Z',
    },
  ])
  await add('special_days', [
    {
      id: '0198b0c0-0000-7000-8000-000000000042',
      centre_id: id.centre,
      day: '2026-11-29',
      spans: '[]',
      reason_zh: '消毒',
      entered_by: 'he',
      entered_at: '2026-11-01T00:00:00Z',
    },
  ])
  await add('groups', [
    {
      id: id.choir,
      name_zh: '夕阳红合唱团',
      name_en: 'Evening choir',
      kind: 'singing',
      leader_post: '团长',
      founded_on: '2023-05-01',
      members: 26,
    },
  ])
  const series = {
    centre_id: id.centre,
    made_at: '2026-01-01T00:00:00Z',
    published_at: '2026-01-01T00:00:00Z',
    starts_on: '2026-01-06',
    start_time: '14:00',
    minutes: 90,
  }
  const lecturer = JSON.stringify({
    organisation: '区第三人民医院',
    role: '心内科医生',
    shown: null,
  })
  await add('series', [
    {
      ...series,
      id: id.lecture,
      room_id: id.hall,
      kind: 'lecture',
      title_zh: '健康大讲堂',
      title_en: 'Health lecture',
      about: '早起那一次，为什么最要紧\n家里的血压计，量得准不准',
      lecturer,
      seats: 60,
      rule: 'FREQ=WEEKLY;BYDAY=TU',
    },
    {
      ...series,
      id: id.yoga,
      room_id: id.studio,
      kind: 'course',
      title_zh: '亲子瑜伽',
      seats: 12,
      rule: 'FREQ=WEEKLY;BYDAY=SA',
    },
    {
      ...series,
      id: id.draft,
      kind: 'meeting',
      title_zh: '还没有公布的会',
      rule: null,
      published_at: null,
    },
    {
      ...series,
      id: id.choirSeries,
      room_id: id.studio,
      group_id: id.choir,
      kind: 'selfRun',
      title_zh: '合唱团排练',
      registration: 'none',
      rule: 'FREQ=WEEKLY;BYDAY=WE',
    },
  ])
  const session = (
    sessionId: string,
    seriesId: string,
    at: string,
    more: Record<string, unknown> = {},
  ) => ({
    id: sessionId,
    series_id: seriesId,
    original_at: `${on(at)}:00+08:00`,
    starts_at: `${on(at)}:00+08:00`,
    ends_at: new Date(Date.parse(`${on(at)}:00+08:00`) + 90 * 60_000).toISOString(),
    day: on(at).slice(0, 10),
    changed_at: '2026-11-20T01:02:03Z',
    ...more,
  })
  await add('sessions', [
    session(id.tuesday, id.lecture, '2026-11-24T14:00', {
      room_id: id.hall,
      topic_zh: '冬天血压怎么管',
      topic_en: 'Blood pressure in winter',
      booked: 47,
    }),
    session(id.nextTuesday, id.lecture, '2026-12-01T14:00', {
      room_id: id.hall,
      topic_zh: '颈椎痛，别自己扳',
    }),
    session(id.saturday, id.yoga, '2026-11-28T15:00', {
      room_id: id.studio,
      state: 'cancelled',
      cancelled_at: '2026-11-23T02:00:00Z',
      changed_at: '2026-11-23T02:00:00Z',
      why_zh: '老师生病',
      sequence: 1,
    }),
    session(id.secret, id.draft, '2026-11-25T10:00'),
    session(id.sings, id.choirSeries, '2026-11-25T09:30', { room_id: id.studio }),
    session(id.moved, id.choirSeries, '2026-11-27T09:30', {
      room_id: id.studio,
      original_at: '2026-11-18T09:30:00+08:00',
      moved_at: '2026-11-17T01:00:00Z',
      sequence: 2,
    }),
  ])
  await owner.query(
    `insert into activities.uses (community_id, room_id, session_id, during)
     select e.community_id, e.room_id, e.id, tstzrange(e.starts_at, e.ends_at)
       from activities.sessions e
      where e.community_id = $1 and e.room_id is not null and e.state = 'planned'`,
    [communityId],
  )
}
