// The front door for orders of a hotline: what there is to answer of a case, and which open cases may be the same matter.
import { sql } from 'kysely'
import { type CaseFile, type Receiver, openStates } from '#core/cases/case.ts'
import { likeness } from '#core/cases/likeness.ts'
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
  category: string
  filedPath: string
  lon: number | null
  lat: number | null
  grams: string[]
}
type Typed = { text: string; path: string; point: { lon: number; lat: number } | null }

const openMax = 2000
const metresMax = 300
/** Two officers who write down the same call share more of their words than two residents who see the same lamp. */
const alike = 0.4
const shownChars = 40

/** Open cases under a desk, to be compared with orders one after the other: near by or in the same place, in like words. */
export async function comparerOf(tx: Tx, path: string): Promise<(typed: Typed) => Alike[]> {
  const open = await rowsOf<Open>(
    tx,
    sql`
    select c.number,
           c.text,
           c.category,
           c.filed_path as "filedPath",
           c.lon,
           c.lat,
           c.grams
      from cases.cases c
     where c.filed_path ^@ ${path}
       and c.state = any (${[...openStates]}::text[])
     order by c.reported_at desc
     limit ${openMax}`,
  )
  return (typed) => {
    const written = grams(typed.text)
    return open
      .filter((each) => isNear(each, typed))
      .map((each) => ({ each, like: likeness(written, each.grams) }))
      .filter(({ like }) => like >= alike)
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
