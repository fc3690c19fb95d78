// The live line: what happens to cases the listener may see, and which figures changed. It resumes from the last
// position a listener names, reading what it missed before it listens again, so there is no gap and nothing twice.

import type { Happened } from '#core/cockpit/contract.ts'
import { inScope } from '../kit/db.ts'
import type { Feed } from '../kit/stream.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import { fromMs, toMs } from '#core/kit/time.ts'
import { besideMoves } from '#core/cases/move-names.ts'
import { publicSentenceOf } from '#core/cases/sentences.ts'
import type { Area } from '#core/places/area.ts'
import type { App, Who } from '../app.ts'
import { isPosition, readFrom, readNewest } from '../cases/feed.ts'
import type { Happening } from '../cases/feed.ts'
import { categoriesAt } from '../places/index-of-places.ts'
import { ask, readsFigures } from './cockpit.ts'
import { seesCase } from './sight.ts'

export function happenedView(app: App, h: Happening): Happened {
  const { geography } = app.places
  const area = geography.find(h.filedAreaId)
  const category = categoriesAt(app, h.filedPath, h.at).get(h.category)
  const { zh, en } = category ?? { zh: h.category, en: h.category }
  return {
    number: h.number,
    at: h.at,
    move: h.move,
    to: h.to,
    urgent: h.urgent,
    sentence: publicSentenceOf({ move: h.move, to: h.to, facts: h.facts, reason: null }),
    category: { zh, en },
    place: area === null ? '' : geography.label(area).zh,
    areaCode: area?.code ?? '',
    community: area === null ? '' : (geography.communityOf(area) ?? area).name,
    isPublic: h.isPublic,
  }
}

export async function openLive(
  app: App,
  who: Who,
  input: { area?: string; after?: string },
  feed: Feed,
): Promise<Result<() => void>> {
  const area = input.area === undefined ? null : app.places.geography.findByCode(input.area)
  if (input.area !== undefined && area === null) return refused('no_such_area')
  if (area !== null && !readsFigures(who.actor, area)) return refused('not_yours')
  const from = feed.lastEventId ?? input.after ?? null
  let held: Happening[] | null = []
  // What was read as missed may come by once more while the line is being opened: nothing is told twice.
  let last = app.journal.position()
  const tell = (happenings: readonly Happening[]) => {
    const fresh = happenings.filter((h) => isAfter(h.position, last))
    last = fresh.at(-1)?.position ?? last
    send(app, who, area, feed, fresh)
  }
  const stopJournal = app.journal.listen((happenings) => {
    if (held === null) tell(happenings)
    else held.push(...happenings)
  })
  // Without an id: who is in a case is of this moment, and nobody resumes from it.
  const stopPresence = app.presence.listen(who.actor.id, (number, others) =>
    feed.send({ event: 'present', data: { number, others } }),
  )
  const stop = () => {
    stopJournal()
    stopPresence()
  }
  const missed = isPosition(from) ? await readMissed(app, from) : []
  if (isPosition(from) && missed !== null) {
    last = from
    tell(missed)
  }
  // Too long away to be told one by one: the listener reads its pages anew and goes on from here.
  feed.send({ id: last, event: 'ready', data: { position: last, gap: missed === null } })
  tell(held)
  held = null
  return done(stop)
}

const pageSize = 1000
const missedMax = 20_000

/** Everything after a position; null if it is more than a listener should be told piece by piece. */
async function readMissed(app: App, from: string): Promise<Happening[] | null> {
  const missed: Happening[] = []
  for (let position = from; missed.length < missedMax;) {
    const page = await inScope(app.db, { kind: 'job' }, (tx) => readFrom(tx, position, pageSize))
    missed.push(...page)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return missed
    position = last.position
  }
  return null
}

function isAfter(a: string, b: string): boolean {
  const [txA, seqA] = a.split('.').map(BigInt) as [bigint, bigint]
  const [txB, seqB] = b.split('.').map(BigInt) as [bigint, bigint]
  return txA > txB || (txA === txB && seqA > seqB)
}

function send(
  app: App,
  who: Who,
  area: Area | null,
  feed: Feed,
  happenings: readonly Happening[],
): void {
  const inside =
    area === null ? happenings : happenings.filter((h) => h.filedPath.startsWith(area.path))
  for (const h of inside)
    if (seesCase(who.scope, h))
      feed.send({ id: h.position, event: 'case', data: happenedView(app, h) })
  const changed = inside.filter(
    (h) => !besideMoves.includes(h.move) && (area !== null || seesCase(who.scope, h)),
  )
  const last = changed.at(-1)
  if (last === undefined) return
  const areas = [
    ...new Set(changed.map((h) => app.places.geography.find(h.filedAreaId)?.code ?? '')),
  ]
  feed.send({ id: last.position, event: 'tally', data: { areas, at: last.at } })
}

/** Older than two weeks is no news. */
const heardMs = 14 * 86_400_000

/** The newest entries of an area, before the line is open. */
export async function listHappened(
  app: App,
  who: Who,
  input: { area: string; limit?: number },
): Promise<Result<{ items: Happened[]; position: string }>> {
  const asked = ask(app, who, { area: input.area })
  if (!asked.ok) return asked
  const position = app.journal.position()
  const { area, now } = asked.value
  return inScope(app.db, who.scope, async (tx) => {
    const after = fromMs(toMs(now) - heardMs)
    const rows = await readNewest(tx, { path: area.path, after, limit: input.limit ?? 12 })
    return done({ items: rows.map((row) => happenedView(app, row)), position })
  })
}
