// The front door for orders of a hotline: what there is to answer of a case, and which open cases may be the same matter.
import { sql } from 'kysely'
import { type CaseFile, type Receiver, openStates } from '#core/cases/case.ts'
import { pairsOf } from '#core/cases/likeness.ts'
import { grams } from '#core/cases/shown.ts'
import { metresBetween } from '#core/places/geometry.ts'
import type { App } from '../app.ts'
import { type Tx, rowsOf } from '../kit/db.ts'
import { receiverName } from './receivers.ts'
import { readCase } from './store.ts'

/** Job scope: the case whose answer is given, its own or the one it was merged into, however far that went. */
export async function readFollowed(
  app: App,
  tx: Tx,
  number: string,
): Promise<{ file: CaseFile; handledBy: string | null } | null> {
  const seen = new Set<string>()
  let at = number
  for (;;) {
    const found = await readCase(tx, at)
    if (found === null) return null
    seen.add(at)
    const { file } = found
    const into = file.merged?.into
    if (file.state !== 'MERGED' || into === undefined || seen.has(into))
      return { file, handledBy: handlerOf(app, file) }
    at = into
  }
}

/** Who did the work: the last that handed it in, else the team of the grid. */
function handlerOf(app: App, file: CaseFile): string | null {
  const leg = file.legs.findLast(({ kind, handedInAt }) => kind === 'lead' && handedInAt !== null)
  const receiver: Receiver | null =
    leg?.receiver ?? (file.gridId === null ? null : { areaId: file.gridId, unitId: null })
  return receiver === null ? null : receiverName(app, receiver).zh
}

export type Alike = { number: string; text: string }
type Open = {
  number: string
  text: string
  filedPath: string
  lon: number | null
  lat: number | null
  grams: string[]
}
type Typed = { text: string; path: string; point: { lon: number; lat: number } | null }

export const comparedMax = 2000
const atOnce = 200
const metresMax = 300
/** Two officers who write down the same call share more of their words than two residents who see the same lamp. */
const alike = 0.4
const shownChars = 40

export type Comparer = {
  /** Not every open case was looked at: the newest only. */
  cut: boolean
  alikeTo: (typed: Typed) => Alike[]
}

/** Open cases under a desk, to be compared with orders one after the other: near by or in the same place, in like words. */
export async function comparerOf(tx: Tx, path: string): Promise<Comparer> {
  const newest = await rowsOf<{ number: string }>(
    tx,
    sql`
    select c.number
      from cases.cases c
     where c.filed_path ^@ ${path}
       and c.state = any (${[...openStates]}::text[])
     order by c.reported_at desc
     limit ${comparedMax + 1}`,
  )
  const numbers = newest.slice(0, comparedMax).map(({ number }) => number)
  const open: Open[] = []
  // Piece by piece: taking thousands of lists apart at once would keep everybody else waiting.
  for (let at = 0; at < numbers.length; at += atOnce)
    open.push(...(await readOpen(tx, numbers.slice(at, at + atOnce))))
  return { cut: newest.length > comparedMax, alikeTo: comparing(open) }
}

const readOpen = (tx: Tx, numbers: readonly string[]) =>
  rowsOf<Open>(
    tx,
    sql`
    select c.number,
           c.text,
           c.filed_path as "filedPath",
           c.lon,
           c.lat,
           c.grams
      from cases.cases c
     where c.number = any (${[...numbers]}::text[])
     order by c.reported_at desc
     limit ${numbers.length}`,
  )

/** By the pairs they share, each pair looked up once: what `likeness` says, without taking every text apart for every order. */
function comparing(open: readonly Open[]): Comparer['alikeTo'] {
  const having = new Map<string, number[]>()
  const sizes = open.map(({ grams: all }, place) => {
    const pairs = pairsOf(all)
    for (const pair of pairs) {
      const places = having.get(pair)
      if (places === undefined) having.set(pair, [place])
      else places.push(place)
    }
    return pairs.size
  })
  return (typed) => {
    const written = pairsOf(grams(typed.text))
    const shared = new Map<number, number>()
    for (const pair of written)
      for (const place of having.get(pair) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1)
    return [...shared]
      .map(([place, count]) => ({
        each: open[place]!,
        like: count / Math.min(written.size, sizes[place]!),
      }))
      .filter(({ each, like }) => like >= alike && isNear(each, typed))
      .toSorted((a, b) => b.like - a.like)
      .slice(0, 2)
      .map(({ each }) => ({
        number: each.number,
        text: [...each.text].slice(0, shownChars).join(''),
      }))
  }
}

/** Where both have a point, by metres; else one lies in the area of the other. */
function isNear(open: Open, typed: Typed): boolean {
  const { lon, lat } = open
  if (typed.point !== null && lon !== null && lat !== null)
    return metresBetween(typed.point, { lon, lat }) <= metresMax
  return open.filedPath.startsWith(typed.path) || typed.path.startsWith(open.filedPath)
}
