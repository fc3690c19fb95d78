// The board as an Atom feed (RFC 4287), for whoever reads the news of many places in one program. An entry keeps its id
// for good; corrected or taken back it comes again with a later `updated`.
import { createHash } from 'node:crypto'
import { boardCategoryWords, boardWords } from '#core/notices/words-board.ts'
import { nextDate } from '#core/kit/time.ts'
import { startOfDay } from '#core/kit/zones.ts'
import { type Lang, say } from '#core/kit/words.ts'
import type { Area } from '#core/places/area.ts'
import type { App } from '../app.ts'
import { type PlainAnswer, type PlainRequest, type Server, mountPlain } from '../kit/http.ts'
import { type XmlNode, xmlDocument } from '../kit/xml.ts'
import { findArea, todayAt } from '../people/find-area.ts'
import { readingBoard, wordsOfArea } from './board.ts'
import { type BoardRow, listLately } from './store-board.ts'

const entriesMost = 50
const daysBack = 60
const type = 'application/atom+xml; charset=utf-8'

export function mountBoardFeed(server: Server, app: App): void {
  const limit = { max: 240, per: 'minute' } as const
  mountPlain(server, app, { method: 'GET', path: '/atom/c/:code.xml', limit }, (request) =>
    answerFeed(app, request),
  )
}

async function answerFeed(app: App, request: PlainRequest): Promise<PlainAnswer> {
  const area = findArea(app, request.params['code'] ?? '')
  if (area === null)
    return {
      status: 404,
      contentType: 'text/plain; charset=utf-8',
      body: '没有这个社区。There is no such community.\n',
    }
  const lang: Lang = request.query['lang'] === 'en' ? 'en' : 'zh'
  const body = await feedOf(app, area, lang)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { etag, 'cache-control': 'public, max-age=900' }
  const known = (request.header('if-none-match') ?? '').split(',')
  if (known.some((one) => one.trim().replace(/^W\//, '') === etag))
    return { status: 304, contentType: type, body: '', headers }
  return { status: 200, contentType: type, body, headers }
}

async function feedOf(app: App, area: Area, lang: Lang): Promise<string> {
  const today = todayAt(app, area)
  const { publicUrl } = app.config
  const rows = await readingBoard(app, (tx) =>
    listLately(tx, {
      communityId: area.id,
      today,
      since: nextDate(today, -daysBack),
      limit: entriesMost,
    }),
  )
  const name = wordsOfArea(area)[lang]
  const host = new URL(publicUrl).hostname
  const query = lang === 'en' ? '?lang=en' : ''
  return xmlDocument('feed', {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xml:lang': lang === 'zh' ? 'zh-CN' : 'en',
    // The day on which the community's code was first used so is no part of it: RFC 4151 only wants one the host held.
    id: `tag:${host},2026:board/${area.code}`,
    title: say(boardWords.titleOf, lang, { name }),
    subtitle: say(boardWords.feedNote, lang),
    updated:
      rows
        .map((row) => shownAt(row, area))
        .toSorted()
        .at(-1) ?? startOfDay(today, area.timeZone),
    author: { name },
    link: [
      {
        '@rel': 'self',
        '@type': 'application/atom+xml',
        '@href': `${publicUrl}/atom/c/${area.code}.xml${query}`,
      },
      {
        '@rel': 'alternate',
        '@type': 'text/html',
        '@href': `${publicUrl}/c/${area.code}/board${query}`,
      },
    ],
    entry: rows.map((row) => entryOf(row, { area, lang, host, publicUrl, query })),
  })
}

/** A notice written ahead comes on its first day. */
const shownAt = (row: BoardRow, area: Area): string => {
  const first = startOfDay(row.fromOn, area.timeZone)
  return row.changedAt > first ? row.changedAt : first
}

type Look = { area: Area; lang: Lang; host: string; publicUrl: string; query: string }

function entryOf(row: BoardRow, { area, lang, host, publicUrl, query }: Look): XmlNode {
  const first = startOfDay(row.fromOn, area.timeZone)
  const taken = row.withdrawnAt !== null
  const why = row.changedWhy ?? ''
  const day = row.changedAt.slice(0, 10)
  const said = taken
    ? say(boardWords.takenBecause, lang, { day, why })
    : [row.body, why === '' ? '' : say(boardWords.corrected, lang, { day, why })]
        .filter(Boolean)
        .join('\n\n')
  return {
    id: `tag:${host},2026:board/${area.code}/${row.id}`,
    title: taken ? `${say(boardWords.taken, lang)}：${row.title}` : row.title,
    published: row.publishedAt > first ? row.publishedAt : first,
    updated: shownAt(row, area),
    category: { '@term': row.category, '@label': say(boardCategoryWords[row.category], lang) },
    link: {
      '@rel': 'alternate',
      '@type': 'text/html',
      '@href': `${publicUrl}/c/${area.code}/board/${row.id}${query}`,
    },
    content: { '@type': 'text', '#text': said },
  }
}
