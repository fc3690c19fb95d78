// The ground a community's next grids are drawn on: its outline and its grids as of the last day on which they change,
// so that a change already decided for a day to come is drawn on and not drawn over.
import { createHash } from 'node:crypto'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { type Loop, loopsOf } from '#core/places/corners.ts'
import { type Drawing, openDrawing } from '#core/places/drawing.ts'
import { type Ground, gridSizeRule, gridSquareMetresMin } from '#core/places/drawing-faults.ts'
import type { App } from '../app.ts'
import type { Geography } from './geography.ts'
import { rulesAt } from './index-of-places.ts'

export type Drawable = {
  drawing: Drawing
  ground: Ground
  /** The last day on which these grids change, today's or one to come. */
  since: string
  dedicated: { code: string; name: string; loops: readonly Loop[] }[]
  digits: number
  schematic: boolean
  /** Names the grids and outlines: another text, other grids. */
  base: string
}

export type NotDrawable = 'not_a_community' | 'no_outline' | 'outlines_overlap'

export function groundOf(
  app: Pick<App, 'places' | 'now'>,
  community: Area,
): Result<Drawable, NotDrawable> {
  const { geography } = app.places
  const level = geography.levels.find(
    (each) => each.tree === community.tree && each.level === 'grid',
  )
  if (!geography.isCommunity(community) || level === undefined) return refused('not_a_community')
  const since = lastChange(geography, community, localDate(app.now(), community.timeZone))
  const own = geography.outlineOf(community.id, since)
  if (own === null) return refused('no_outline')
  const grids = outlinedGrids(geography, community, since)
  const drawing = openDrawing(
    own.outline,
    grids.flatMap(({ area, known }) =>
      area.kind === 'basic' ? [{ ...wordsOf(area), outline: known.outline }] : [],
    ),
  )
  if (drawing === null) return refused('outlines_overlap')
  const ever = geography.childrenEver(community.id)
  const begins = level.parentLength === null ? '' : community.code
  return done({
    drawing,
    ground: {
      outline: drawing.outline,
      codePattern: level.codePattern,
      codeBegins: begins,
      codesTaken: ever.map(({ code }) => code),
      squareMetresMin: Number(
        rulesAt(app, community.path, gridSizeRule, app.now()) ?? gridSquareMetresMin,
      ),
    },
    since,
    dedicated: grids.flatMap(({ area, known }) =>
      area.kind === 'dedicated'
        ? [{ code: area.code, name: area.name, loops: loopsOf(known.outline) }]
        : [],
    ),
    digits: (ever.at(-1)?.code.length ?? begins.length + 3) - begins.length,
    schematic: own.schematic || grids.some(({ known }) => known.schematic),
    base: baseOf([{ area: community, known: own }, ...grids]),
  })
}

const wordsOf = ({ code, name, nameEn }: Area) => ({ code, name, nameEn })

function outlinedGrids(geography: Geography, community: Area, day: string) {
  return geography.children(community.id, day).flatMap((area) => {
    const known = area.level === 'grid' ? geography.outlineOf(area.id, day) : null
    return known === null ? [] : [{ area, known }]
  })
}

/** Today, or the day to come on which the last decided change begins. */
function lastChange(geography: Geography, community: Area, today: string): string {
  const rows = [community, ...geography.childrenEver(community.id)].flatMap((area) => [
    area,
    ...geography.outlinesOf(area.id),
  ])
  const days = rows.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])
  return days.reduce((latest, day) => (day > latest ? day : latest), today)
}

/** A short digest: names and outlines are told apart by row and day, not by content. */
function baseOf(rows: { area: Area; known: { validFrom: string } }[]): string {
  const text = rows.map(({ area, known }) => `${area.id}:${area.name}:${known.validFrom}`).join(' ')
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
