// A tile of the wire as the page says it: value, unit, what it was counted of, and the same a year before.
import { definitions, definitionsVersion } from '#core/cockpit/definitions.ts'
import type { CockpitView, Tile } from '#core/cockpit/contract.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import type { Say } from '#web/kit/language.ts'
import { count, fraction, percent } from '#web/kit/numbers.ts'
import { furtherText } from './tile-text-further.ts'
import { paths } from '#web/kit/paths.ts'
import type { Definition } from '#web/kit/ui/FigureBlock.tsx'

export type TileText = {
  key: Tile['key']
  name: string
  value: string
  unit: string
  of: string
  past: string
  points: (number | null)[]
}

export function tileText(tile: Tile, view: CockpitView, t: Say): TileText {
  const { key, points } = tile
  const base = { key, name: t(definitions[key].name), points }
  if (key === '1') return { ...base, ...counted(tile, t) }
  if (key === '5') return { ...base, ...lasted(tile, view, t) }
  if (key === '6') {
    const of = t(words.ofOpen, { n: count(view.open) })
    return { ...base, value: count(tile.value ?? 0), unit: t(words.cases), of, past: '' }
  }
  if (key === '8') return { ...base, ...handed(tile, view, t) }
  if (key === '9') return { ...base, ...composed(tile, view, t) }
  if (key === '13') return { ...base, ...arrived(tile, view, t) }
  const further = furtherText(tile, view.smallCell, t)
  if (further !== null) return { ...base, ...further }
  return { ...base, ...rated(tile, view, t) }
}

type Said = Pick<TileText, 'value' | 'unit' | 'of' | 'past'>

const counted = (tile: Tile, t: Say): Said => ({
  value: count(tile.value ?? 0),
  unit: t(words.cases),
  of: t(words.filedOf, { n: count(tile.n) }),
  past:
    (tile.past?.value ?? 0) === 0
      ? t(words.pastNone)
      : t(words.pastRate, { value: count(tile.past?.value ?? 0) }),
})

function rated(tile: Tile, view: CockpitView, t: Say): Said {
  const { num, den } = tile.fraction ?? { num: 0, den: 0 }
  const shown = percent({ numerator: num, denominator: den })
  const of = definitions[tile.key].of
  const whole = `${fraction({ numerator: num, denominator: den })} ${of === null ? '' : t(of)}`
  const past = pastOf(tile, view, t)
  if (den === 0) return { value: '–', unit: '', of: t(words.none), past }
  if (shown === null || tile.hidden)
    return {
      value: fraction({ numerator: num, denominator: den }),
      unit: '',
      of: t(words.few, { min: view.smallCell }),
      past,
    }
  return { value: shown, unit: '%', of: tile.key === '9b' ? answersOf(view, t) : whole, past }
}

/** The rate of those who came in time, and beside it how long it took. */
function arrived(tile: Tile, view: CockpitView, t: Say): Said {
  const said = rated(tile, view, t)
  if (tile.value === null) return said
  const minutes = minutesText(tile.value, t)
  return { ...said, of: t(words.arrivedIn, { of: said.of, minutes }) }
}

const answersOf = ({ answers }: CockpitView, t: Say): string =>
  t(words.answers, {
    confirmed: count(answers.confirmed),
    objected: count(answers.objected),
    silent: count(answers.silent),
  })

function pastOf({ past }: Tile, view: CockpitView, t: Say): string {
  if (past === null) return ''
  const shown = percent({ numerator: past.num, denominator: past.den })
  if (past.den === 0) return t(words.pastNone)
  if (shown === null) return t(words.pastFew, { min: view.smallCell })
  return t(words.pastRate, { value: `${shown}%` })
}

/** Never as a clock says it: 20:06 is a time of day. Beyond two days minutes tell nobody anything. */
export function minutesText(minutes: number, t: Say): string {
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return t(words.daysHours, { d: Math.floor(hours / 24), h: hours % 24 })
  return t(words.hoursMinutes, { h: hours, m: minutes % 60 })
}

function lasted(tile: Tile, view: CockpitView, t: Say): Said {
  const before = tile.past?.value ?? null
  const past =
    before === null
      ? t((tile.past?.den ?? 0) === 0 ? words.pastNone : words.pastFew, { min: view.smallCell })
      : t(words.pastRate, { value: minutesText(before, t) })
  if (tile.value === null)
    return {
      value: tile.n === 0 ? '–' : count(tile.n),
      unit: tile.n === 0 ? '' : t(words.cases),
      of: tile.n === 0 ? t(words.none) : t(words.few, { min: view.smallCell }),
      past,
    }
  const of = t(words.ninth, { n: count(tile.n), p90: minutesText(tile.p90 ?? 0, t) })
  return { value: minutesText(tile.value, t), unit: '', of, past }
}

function handed(tile: Tile, view: CockpitView, t: Say): Said {
  const { num, den } = tile.fraction ?? { num: 0, den: 0 }
  const of = t(words.handovers, { num: count(num), den: count(den) })
  if (den === 0) return { value: '–', unit: '', of: t(words.none), past: '' }
  if (tile.value === null)
    return {
      value: `${num} ∕ ${den}`,
      unit: '',
      of: t(words.few, { min: view.smallCell }),
      past: '',
    }
  return { value: tile.value.toFixed(2), unit: t(words.perCase), of, past: '' }
}

function composed(tile: Tile, view: CockpitView, t: Say): Said {
  if (tile.value === null)
    return { value: '–', unit: '', of: t(words.compositeHidden, { min: view.smallCell }), past: '' }
  const before = tile.past?.value ?? null
  return {
    value: (tile.value * 100).toFixed(1),
    unit: t(words.points),
    of: t(words.composite),
    past: before === null ? '' : t(words.pastRate, { value: (before * 100).toFixed(1) }),
  }
}

export function definitionText(key: Tile['key'], t: Say, to?: string): Definition {
  const d = definitions[key]
  return {
    sentence: t(d.sentence),
    formula: t(d.formula),
    leftOut: t(d.leftOut),
    version: definitionsVersion,
    owner: t(d.owner),
    whatToDo: t(d.whatToDo),
    more: paths.desk.definitions(key),
    ...(to !== undefined && { to }),
  }
}
