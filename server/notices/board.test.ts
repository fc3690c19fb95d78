// Water is off on Tuesday. Wu hangs it on the board, mistakes the hour, puts it right; what should not have hung there is
// taken back. Everybody reads it, at the gate and in a reader of feeds.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '#core/kit/contract.ts'
import * as contract from '#core/notices/contract-board.ts'
import { type Scope, inScope } from '#server/kit/db.ts'
import { sealJournals } from '#server/kit/seal.ts'
import { journals } from '#server/journals.ts'
import { keepDocument, keepPhoto } from '#server/files/files.ts'
import { pdfPages, pdfText } from '#testing/pdf-text.ts'
import { must } from '#testing/survey-town.ts'
import { type Town, codes, commandId, openTown } from '#testing/town.ts'
import { sql } from 'kysely'

let t: Town
beforeAll(async () => {
  t = await openTown({ config: { publicUrl: 'https://linli.example' } }) // 3 March 2026, a Tuesday.
})

const { community } = codes
type Publish = InputOf<typeof contract.publishNotice>
const water = (): Publish => ({
  commandId: commandId(),
  code: community,
  postId: commandId(),
  category: 'outage',
  title: '周二停水',
  body: '3 月 3 日 9:00 至 17:00，1 栋到 6 栋停水 <抢修>，请提前储水。\n问物业。',
  gridCode: codes.grid,
  fromOn: '2026-03-03',
  untilOn: '2026-03-05',
  photo: null,
  paper: null,
})
const publish = async (more: Partial<Publish> = {}, login = 'wu') =>
  (await t.as(login)).call(contract.publishNotice, { ...water(), ...more })
const board = async (more: Partial<InputOf<typeof contract.listBoard>> = {}) =>
  must(await t.client().call(contract.listBoard, { code: community, ...more })).items
const read = (id: string) => t.client().call(contract.readBoardPost, { code: community, id })

describe('a notice', () => {
  test('is hung by the office and read by anybody; the same sent twice hangs once', async () => {
    const asked = water()
    const wu = await t.as('wu')
    const first = must(await wu.call(contract.publishNotice, asked))
    expect(must(await wu.call(contract.publishNotice, asked))).toEqual(first)
    const shown = (await board()).filter(({ id }) => id === asked.postId)
    expect(shown).toHaveLength(1)
    expect(shown[0]).toMatchObject({
      title: '周二停水',
      grid: { code: codes.grid },
      version: 1,
      changedWhy: null,
    })
    expect(must(await read(asked.postId)).today).toBe('2026-03-03')
  })

  test('written ahead is read from its first day on, and leaves the board after its last', async () => {
    const { id } = must(await publish({ fromOn: '2026-03-06', untilOn: '2026-03-07' }))
    expect(await read(id)).toMatchObject({ status: 404, refusal: 'no_such_notice' })
    const ids = async (past = false) => (await board({ past, limit: 100 })).map((each) => each.id)
    expect(await ids()).not.toContain(id)
    t.clock.advance(3 * 86_400)
    expect(await ids()).toContain(id)
    t.clock.advance(2 * 86_400)
    expect(await ids()).not.toContain(id)
    expect(await ids(true)).toContain(id)
    expect(must(await read(id)).post.title).toBe('周二停水')
    t.clock.advance(-5 * 86_400)
  })

  test('is corrected with a reason everybody reads; what it said stays in the trace', async () => {
    const { id } = must(await publish())
    const wu = await t.as('wu')
    t.clock.advance(600)
    const { postId: _id, ...fields } = water()
    const change = { ...fields, id, body: '10:00 至 17:00 停水', reason: '时间写错了' }
    expect(await wu.call(contract.correctNotice, { ...change, expectedVersion: 7 })).toMatchObject({
      refusal: 'changed_meanwhile',
    })
    const again = { ...change, commandId: commandId(), expectedVersion: 1 }
    must(await wu.call(contract.correctNotice, again))
    const { post } = must(await read(id))
    expect(post).toMatchObject({
      body: '10:00 至 17:00 停水',
      version: 2,
      changedWhy: '时间写错了',
    })
    const trace = must(await wu.call(contract.readBoardTrace, { code: community, id })).items
    expect(trace.map(({ act, by, version }) => [act, by, version])).toEqual([
      ['correct', '吴值班', 2],
      ['publish', '吴值班', 1],
    ])
    expect(trace[1]?.body).toContain('9:00 至 17:00')
  })

  test('is taken back with a reason; its words, picture and paper are then read by nobody', async () => {
    const wu = await t.as('wu')
    const bytes = await sharp({
      create: { width: 40, height: 30, channels: 3, background: '#a27' },
    })
      .jpeg()
      .toBuffer()
    const who = await t.app.whoIs({ ...nobody, cookie: (name) => wu.cookies.get(name) ?? null })
    const photo = must(await keepPhoto(t.app, who, bytes)).hash
    const paper = must(
      await keepDocument(
        t.app,
        who,
        Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'),
      ),
    ).hash
    const { id } = must(await publish({ photo, paper, category: 'aid' }))
    const files = [
      `/api/files/${photo}?of=board-${id}`,
      `/api/communities/${community}/board/${id}/paper.pdf`,
    ]
    const statuses = () =>
      Promise.all(files.map(async (path) => (await t.client().send({ path })).status))
    expect(await statuses()).toEqual([200, 200])
    must(
      await wu.call(contract.withdrawNotice, {
        commandId: commandId(),
        code: community,
        id,
        reason: '名单里写了全名',
      }),
    )
    expect(await statuses()).toEqual([404, 404])
    const { post } = must(await read(id))
    expect(post).toMatchObject({
      title: '周二停水',
      body: '',
      photo: null,
      paper: false,
      changedWhy: '名单里写了全名',
    })
    expect((await board()).map((each) => each.id)).not.toContain(id)
    const { postId: _id, ...fields } = water()
    expect(
      await wu.call(contract.correctNotice, { ...fields, id, reason: '再贴', expectedVersion: 2 }),
    ).toMatchObject({ status: 409, refusal: 'notice_withdrawn' })
  })

  test.each<[string, Partial<Publish>, string]>([
    ['ends before it begins', { untilOn: '2026-03-02' }, 'days_reversed'],
    ['is over', { fromOn: '2026-02-01', untilOn: '2026-02-03' }, 'day_past'],
    ['hangs for years', { untilOn: '2028-01-01' }, 'days_too_many'],
    ['holds an identity card', { body: '500108197001011234 领米一袋' }, 'id_card_on_board'],
    ['names a grid of others', { gridCode: codes.neighbour }, 'no_such_grid'],
    ['shows a picture nobody sent', { photo: 'a'.repeat(64) }, 'file_unknown'],
    ['is of a street', { code: codes.street, gridCode: null }, 'no_board_here'],
  ])('that %s is refused in words', async (_, more, refusal) => {
    expect(await publish(more, 'cao')).toMatchObject({ refusal })
  })

  test('is written by its own office, the street above, and nobody else', async () => {
    const status = async (login: string) => (await publish({ postId: commandId() }, login)).status
    const logins = ['wu', 'he', 'cao', 'xu', 'liu', 'chen', 'sys']
    expect(await Promise.all(logins.map(status))).toEqual([200, 200, 200, 403, 403, 403, 403])
  })
})

const nobody = {
  requestId: 'x',
  address: '127.0.0.1',
  lang: 'zh',
  origin: 'http://x',
  header: () => null,
  cookie: () => null as string | null,
} as const

test('the wall behind the rule: without the right no row is written, and the trace only grows', async () => {
  const insert = sql`
    insert into notices.board (community_id, id, area_id, category, title, body, from_on, until_on, version, published_by, published_at, changed_at)
    values (${t.town.area[community]}, gen_random_uuid(), ${t.town.area[community]}, 'other', '标题', '正文', '2026-03-03', '2026-03-04', 1,
            ${t.town.person['wu']}, now(), now())`
  const staff: Scope = {
    kind: 'staff',
    personId: t.town.person['wu'] ?? '',
    roots: ['/'],
    units: [],
  }
  for (const scope of [staff, { kind: 'public' } as Scope])
    await expect(inScope(t.app.db, scope, (tx) => insert.execute(tx.k))).rejects.toThrow(
      /row-level security/,
    )
  await expect(
    inScope(t.app.db, { kind: 'job' }, (tx) =>
      sql`update notices.board_entries set reason = '别的'`.execute(tx.k),
    ),
  ).rejects.toThrow(/permission denied/)
  expect(await sealJournals(t.app, journals)).toBeGreaterThan(0)
})

test('what is written for a day to come the rows themselves keep back, until that day begins at the place', async () => {
  const area = t.town.area[community]
  const id = commandId()
  await t.owner.query(
    `insert into notices.board (community_id, id, area_id, category, title, body, from_on, until_on, version, published_by, published_at, changed_at)
     values ($1, $2, $1, 'other', '后天停水', '后天停水一天', '2027-02-28', '2027-03-01', 1, $3, now(), now())`,
    [area, id, t.town.person['wu']],
  )
  const staff: Scope = {
    kind: 'staff',
    personId: t.town.person['zhou'] ?? '',
    roots: ['/'],
    units: [],
  }
  const reads = (scope: Scope, at: string | null) =>
    inScope(t.app.db, scope, async (tx) => {
      if (at !== null) await sql`select set_config('app.board_at', ${at}, true)`.execute(tx.k)
      const read = await sql`select title from notices.board where id = ${id}`.execute(tx.k)
      return read.rows.length
    })
  // In Chongqing the day begins at 16:00 of the day before in Greenwich; no year 2027 has a February 29.
  for (const [at, seen] of [
    ['2027-02-27T15:59:59Z', 0],
    ['2027-02-27T16:00:00Z', 1],
    ['2027-03-05T00:00:00Z', 1],
  ] as const)
    for (const scope of [staff, { kind: 'public' } as Scope])
      expect([at, await reads(scope, at)]).toEqual([at, seen])
  expect(await reads({ kind: 'job' }, '2026-01-01T00:00:00Z')).toBe(1)
  await t.owner.query('delete from notices.board where id = $1', [id])
})

describe('the feed', () => {
  const parse = (text: string) =>
    new XMLParser({
      parseTagValue: false,
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      isArray: (name) => name === 'entry',
    }).parse(text) as { feed: Feed }
  type Link = { '@rel': string; '@href': string }
  type Entry = Record<'id' | 'title' | 'updated' | 'published', string> & {
    category: { '@term': string; '@label': string }
    link: Link
    content: { '@type': string; '#text': string }
  }
  type Feed = Record<'id' | 'title' | 'updated' | '@xmlns', string> & {
    author: { name: string }
    link: Link[]
    entry: Entry[]
  }
  const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

  test('is Atom as RFC 4287 has it: ids for good, instants, links, one author', async () => {
    const { id } = must(await publish({ title: '一 & 二 <三>' }))
    const answer = await t.client().send({ path: `/atom/c/${community}.xml` })
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    expect(XMLValidator.validate(answer.text)).toBe(true)
    const { feed } = parse(answer.text)
    expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
    // 4.1.1: exactly one id, title and updated; an author here stands for all entries.
    for (const text of [feed.id, feed.title, feed.updated, feed.author.name])
      expect(text).toEqual(expect.stringMatching(/\S/))
    expect(feed.link.map((link) => link['@rel'])).toEqual(['self', 'alternate'])
    expect(feed.link[0]?.['@href']).toBe(`https://linli.example/atom/c/${community}.xml`)
    expect(new Set(feed.entry.map((each) => each.id)).size).toBe(feed.entry.length)
    for (const each of feed.entry) {
      expect(each.id).toMatch(/^tag:linli\.example,2026:board\//)
      expect([each.updated, each.published].every((at) => rfc3339.test(at))).toBe(true)
      expect(each.updated >= each.published).toBe(true)
      expect(each.link['@rel']).toBe('alternate')
      expect(each.content['@type']).toBe('text')
    }
    expect(feed.entry.map((each) => each.updated)).toContain(feed.updated)
    const own = feed.entry.find((each) => each.id.endsWith(id))
    expect(own).toMatchObject({ title: '一 & 二 <三>', category: { '@term': 'outage' } })
    expect(own?.content['#text']).toContain('<抢修>')
    const taken = feed.entry.find((each) => each.title.startsWith('已撤下'))
    expect(taken?.content['#text']).toContain('名单里写了全名')
    const again = await t.client().send({
      path: `/atom/c/${community}.xml`,
      headers: { 'if-none-match': String(answer.headers['etag']) },
    })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('of a community without notices is whole as well; of none there is none', async () => {
    const answer = await t.client().send({ path: `/atom/c/${codes.neighbour}.xml?lang=en` })
    expect(XMLValidator.validate(answer.text)).toBe(true)
    expect(parse(answer.text).feed.updated).toMatch(rfc3339)
    expect((await t.client().send({ path: '/atom/c/999.xml' })).status).toBe(404)
  })
})

test('on paper every word stands on one page, A4 or A3, with the number to call', async () => {
  const { id } = must(await publish({ body: '提前储水。'.repeat(60) }))
  for (const query of ['', '?paper=A3', '?lang=en']) {
    const answer = await t
      .client()
      .send({ path: `/api/communities/${community}/board/${id}/notice.pdf${query}` })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(pdfPages(answer.bytes)).toBe(1)
    const text = pdfText(answer.bytes)
    expect(text ?? '周二停水').toContain('周二停水')
    expect(text ?? '12345').toContain('12345')
  }
})
