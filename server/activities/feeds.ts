// Calendar feeds: the programme of a community, a centre, a series or a group, for any calendar that subscribes to an
// address. Asked again every few hours by many, so an unchanged one is answered by its mark alone.
import { createHash } from 'node:crypto'
import { wordsOf } from '#core/activities/centre.ts'
import { type FeedEvent, feedWindow, writeFeed } from '#core/activities/ical.ts'
import { isUuid } from '#core/kit/ids.ts'
import type { Lang } from '#core/kit/words.ts'
import { toMs } from '#core/kit/time.ts'
import type { App } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { type PlainAnswer, type PlainRequest, type Server, mountPlain } from '../kit/http.ts'
import { lecturerText } from './print-parts.ts'
import { type Standing, standingAt } from './programme.ts'
import * as store from './store-programme.ts'

export type FeedOf = { kind: 'community' | 'centre' | 'series' | 'group'; id: string | null }

const eventsMax = 2_000
const limit = { max: 240, per: 'minute' } as const

export function mountFeeds(server: Server, app: App): void {
  const mountOne = (path: string, kind: FeedOf['kind']) =>
    mountPlain(server, app, { method: 'GET', path, limit }, (request) =>
      answerFeed(app, request, { kind, id: request.params['id'] ?? null }),
    )
  // A suffix of its own: calendars decide by it, and people see what they copy.
  mountOne('/ical/c/:code.ics', 'community')
  mountOne('/ical/c/:code/centre/:id.ics', 'centre')
  mountOne('/ical/c/:code/series/:id.ics', 'series')
  mountOne('/ical/c/:code/group/:id.ics', 'group')
}

async function answerFeed(app: App, request: PlainRequest, of: FeedOf): Promise<PlainAnswer> {
  const standing = standingAt(app, request.params['code'] ?? '')
  const feed =
    standing === null || (of.id !== null && !isUuid(of.id))
      ? null
      : await feedOf(app, standing, { of, request })
  if (feed === null)
    return {
      status: 404,
      contentType: 'text/plain; charset=utf-8',
      body: '没有这个日历。There is no such calendar.\n',
    }
  const etag = `"${createHash('sha256').update(feed.text).digest('base64url').slice(0, 27)}"`
  const headers = {
    etag,
    'last-modified': new Date(feed.changedMs).toUTCString(),
    'cache-control': 'public, max-age=900',
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(feed.fileName)}`,
  }
  const contentType = 'text/calendar; charset=utf-8'
  if (isKnown(request, etag)) return { status: 304, contentType, body: '', headers }
  return { status: 200, contentType, body: feed.text, headers }
}

function isKnown(request: PlainRequest, etag: string): boolean {
  const known = request.header('if-none-match')
  return known !== null && known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)
}

type Written = { text: string; changedMs: number; fileName: string }

function feedOf(
  app: App,
  standing: Standing,
  { of, request }: { of: FeedOf; request: PlainRequest },
): Promise<Written | null> {
  const { area, today, now } = standing
  const lang: Lang = request.query['lang'] === 'en' ? 'en' : 'zh'
  const { publicUrl } = app.config
  return inScope(app.db, { kind: 'public' }, async (tx) => {
    const centres = await store.listOpenCentres(tx, area.id, today)
    const named = await nameOf()
    if (named === null) return null
    const rows = await store.listShownSessions(tx, {
      communityId: area.id,
      ...feedWindow(today),
      centreId: of.kind === 'centre' ? of.id : null,
      seriesId: of.kind === 'series' ? of.id : null,
      groupId: of.kind === 'group' ? of.id : null,
      limit: eventsMax,
    })
    const look = { lang, publicUrl, code: area.code, centres }
    const path =
      of.id === null ? `/ical/c/${area.code}.ics` : `/ical/c/${area.code}/${of.kind}/${of.id}.ics`
    const text = writeFeed({
      name: named,
      description:
        lang === 'zh' ? '改期和取消会自己跟着变。' : 'Follows whatever is moved or cancelled.',
      timeZone: area.timeZone,
      url: `${publicUrl}${path}${lang === 'en' ? '?lang=en' : ''}`,
      events: rows.map((row) => eventOf(row, look)),
    })
    const changedMs = rows.reduce((last, row) => Math.max(last, toMs(row.changedAt)), 0)
    return { text, changedMs: Math.min(changedMs, toMs(now)), fileName: `${named}.ics` }

    async function nameOf(): Promise<string | null> {
      const house = lang === 'zh' ? area.name : (area.nameEn ?? area.name)
      if (of.kind === 'community' || of.id === null) return house
      if (of.kind === 'centre') return spoken(centres.find((one) => one.id === of.id)?.name)
      if (of.kind === 'series')
        return spoken(
          (await store.findShownSeries(tx, { communityId: area.id, id: of.id, now }))?.title,
        )
      return spoken((await store.findShownGroup(tx, area.id, of.id))?.name)
    }
    function spoken(name: store.CentreRow['name'] | undefined): string | null {
      return name === undefined ? null : wordsOf(name)[lang]
    }
  })
}

type Look = { lang: Lang; publicUrl: string; code: string; centres: store.CentreRow[] }

function eventOf(row: store.SessionRow, { lang, publicUrl, code, centres }: Look): FeedEvent {
  const cancelled = row.state === 'cancelled'
  const title = wordsOf(row.topic ?? row.seriesTitle)[lang]
  const centre = centres.find((one) => one.id === row.centreId)
  const where = [
    row.place,
    row.floorName === null ? null : wordsOf(row.floorName)[lang],
    row.roomName === null ? null : wordsOf(row.roomName)[lang],
  ].filter(Boolean)
  const house = centre === undefined ? [] : [wordsOf(centre.name)[lang], centre.address]
  const why = row.why === null ? null : wordsOf(row.why)[lang]
  const url = `${publicUrl}/c/${code}/session/${row.id}`
  const description = [why, row.about, lecturerText(row.lecturer), row.materials, url].filter(
    Boolean,
  )
  return {
    uid: `${row.id}@${new URL(publicUrl).hostname}`,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    // Some calendars drop what is cancelled, others show it as if it were not: the title says it in any case.
    summary: cancelled ? (lang === 'zh' ? `停一次：${title}` : `Cancelled: ${title}`) : title,
    description: description.join('\n'),
    location: [where.join(' '), ...house].filter(Boolean).join(lang === 'zh' ? '，' : ', ') || null,
    point:
      centre === undefined || centre.lon === null || centre.lat === null
        ? null
        : { lat: centre.lat, lon: centre.lon },
    url,
    category: wordsOf(row.seriesTitle)[lang],
    sequence: row.sequence,
    changedAt: row.changedAt,
    cancelled,
  }
}
