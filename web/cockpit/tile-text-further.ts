// What comes back, what the work asks of staff and what is still held of people, as the page says it.
import type { Tile } from '#core/cockpit/contract.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { furtherWords as words } from '#core/cockpit/words-further.ts'
import type { Say } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'

export type Said = { value: string; unit: string; of: string; past: string }

const partOf = (tile: Tile, key: string): number =>
  tile.parts.find((part) => part.key === key)?.count ?? 0

/** Null where the tile is said like any rate. */
export function furtherText(tile: Tile, smallCell: number, t: Say): Said | null {
  switch (tile.key) {
    case '26a':
      return filled(tile, smallCell, t)
    case '26b':
      return carried(tile, smallCell, t)
    case '26c':
      return written(tile, smallCell, t)
    case '27a': {
      const of = t(words.heldOf, { n: count(tile.n), centre: count(partOf(tile, 'centre')) })
      return { value: count(tile.value ?? 0), unit: t(words.fields), of, past: '' }
    }
    case '27b': {
      const of = t(words.pastOf, {
        den: count(tile.fraction?.den ?? 0),
        centre: count(partOf(tile, 'centre')),
      })
      return { value: count(tile.value ?? 0), unit: t(words.people), of, past: t(words.target) }
    }
    case '27c':
      return {
        value: count(tile.value ?? 0),
        unit: t(words.lists),
        of: t(words.inPeriod),
        past: pastOf(tile, t),
      }
    default:
      return null
  }
}

function pastOf({ past }: Tile, t: Say): string {
  if (past === null) return ''
  if (past.den === 0) return t(cockpitWords.pastNone)
  return past.value === null ? '' : t(cockpitWords.pastRate, { value: String(past.value) })
}

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(1))

function filled(tile: Tile, min: number, t: Say): Said {
  const of = tile.hidden
    ? t(words.fewWorkers, { min, n: count(tile.n) })
    : t(words.filledOf, { n: count(tile.n), weeks: count(partOf(tile, 'workerWeeks')) })
  return { value: shown(tile.value), unit: t(words.times), of, past: pastOf(tile, t) }
}

function carried(tile: Tile, min: number, t: Say): Said {
  const of = t(words.carriedOf, { fields: count(partOf(tile, 'fields')), n: count(tile.n) })
  const few = t(cockpitWords.few, { min })
  return {
    value: shown(tile.value),
    unit: t(words.fields),
    of: tile.hidden ? few : of,
    past: pastOf(tile, t),
  }
}

function written(tile: Tile, min: number, t: Say): Said {
  const of = t(words.writtenOf, {
    n: count(tile.n),
    characters: count(partOf(tile, 'characters')),
    p90: shown(tile.p90),
  })
  return {
    value: shown(tile.value),
    unit: t(words.minutes),
    of: tile.hidden ? t(cockpitWords.few, { min }) : of,
    past: pastOf(tile, t),
  }
}
