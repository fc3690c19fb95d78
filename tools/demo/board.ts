// What hangs on the notice boards of the five communities: water off, a meeting and what came of it, aid handed out; one
// corrected, one over, one taken back. Written by the owner in the name of the community's duty officer.
import type pg from 'pg'
import type { BoardCategory } from '#core/notices/board.ts'
import { addDays, localDate, nextDate } from '#core/kit/time.ts'
import type { App } from '#server/app.ts'
import { idOf } from './activities/making.ts'
import { fiveCommunities } from './staff.ts'

type Told = {
  key: string
  category: BoardCategory
  title: string
  body: string
  /** Days from today. */
  from: number
  until: number
  corrected?: { before: string; why: string }
  withdrawn?: string
}

const posts: readonly Told[] = [
  {
    key: 'water',
    category: 'outage',
    title: '周二停水：换总阀',
    body: '因更换小区总阀，周二 9:00 至 17:00 停水，请提前储水。\n老人独居、需要帮忙提水的，打社区电话，网格员上门。',
    from: -1,
    until: 5,
    corrected: {
      before: '因更换小区总阀，周二 9:00 至 14:00 停水，请提前储水。',
      why: '供水公司把完工时间改到了 17:00',
    },
  },
  {
    key: 'meeting',
    category: 'meeting',
    title: '院坝会：旧车棚怎么改',
    body: '星期六上午 9:30，活动中心一楼。议三个方案：留作车棚、改成晾晒场、改成儿童角。\n来不了的，可以把意见写好交到柜台，会上照念。',
    from: -2,
    until: 6,
  },
  {
    key: 'decision',
    category: 'decision',
    title: '楼道灯改感应灯：议定结果',
    body: '院坝会到场 41 户，同意 36 户，不同意 3 户，弃权 2 户。十二月上旬动工，费用从公共收益列支，账目在公示栏公布。',
    from: -6,
    until: 24,
  },
  {
    key: 'aid',
    category: 'aid',
    title: '冬衣捐赠发放情况',
    body: '本次收到冬衣 128 件，发放 117 件，余 11 件留作应急。按需要登记、当面领取，不公布领取人姓名。有疑问可到社区居务监督委员会查台账。',
    from: -4,
    until: 26,
  },
  {
    key: 'gas',
    category: 'safety',
    title: '冬季用气提醒',
    body: '使用燃气热水器时请开窗通风。软管用满十八个月要换，换管登记在物业前台。',
    from: -40,
    until: -10,
  },
  {
    key: 'wrong',
    category: 'other',
    title: '便民理发改期',
    body: '本周便民理发改到周五。',
    from: -8,
    until: 3,
    withdrawn: '理发照常在周四，这条贴错了',
  },
]

export async function fillBoard(client: pg.ClientBase, app: App): Promise<number> {
  let hung = 0
  for (const code of fiveCommunities) {
    const area = app.places.geography.findByCode(code)
    const by = area === null ? null : await officerOf(client, area.id)
    if (area === null || by === null) continue
    const today = localDate(app.now(), area.timeZone)
    for (const told of posts) {
      await hang(client, { told, code, areaId: area.id, by, today, now: app.now() })
      hung += 1
    }
  }
  return hung
}

async function officerOf(client: pg.ClientBase, areaId: number): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select g.person_id as id
       from people.grants g
      where g.area_id = $1
        and g.role in ('communityDuty', 'communitySecretary')
      order by g.role, g.person_id
      limit 1`,
    [areaId],
  )
  return rows[0]?.id ?? null
}

type Hanging = {
  told: Told
  code: string
  areaId: number
  by: string
  today: string
  now: string
}

async function hang(client: pg.ClientBase, of: Hanging): Promise<void> {
  const { told, code, areaId, by, today, now } = of
  const id = idOf(`${code} board ${told.key}`)
  const published = addDays(now, Math.min(told.from, 0) - 1)
  const why = told.withdrawn ?? told.corrected?.why ?? null
  const changed = why === null ? published : addDays(published, 1)
  const [fromOn, untilOn] = [nextDate(today, told.from), nextDate(today, told.until)]
  await client.query(
    `insert into notices.board (community_id, id, area_id, category, title, body, from_on, until_on, version, published_by,
                                published_at, changed_at, changed_why, withdrawn_at)
     values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      areaId,
      id,
      told.category,
      told.title,
      told.body,
      fromOn,
      untilOn,
      why === null ? 1 : 2,
      by,
      published,
      changed,
      why,
      told.withdrawn === undefined ? null : changed,
    ],
  )
  const facts = (body: string) => {
    const { category, title } = told
    return JSON.stringify({
      areaId,
      category,
      title,
      body,
      fromOn,
      untilOn,
      photo: null,
      paper: null,
    })
  }
  const first = [published, 'publish', null, facts(told.corrected?.before ?? told.body)]
  const act = told.withdrawn === undefined ? 'correct' : 'withdraw'
  const then = why === null ? [] : [[changed, act, why, facts(told.body)]]
  for (const [nth, entry] of [first, ...then].entries())
    await client.query(
      `insert into notices.board_entries (community_id, id, post_id, version, by, at, act, reason, facts)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [areaId, idOf(`${code} board ${told.key} ${nth}`), id, nth + 1, by, ...entry],
    )
}
