// Who lives here, as shares: made of known figures, which are counts of an area. Nobody is estimated.
import type { Words } from '#core/kit/words.ts'
import type { KnownFigure } from '#core/surveys/weighting.ts'
import type { GroupVoice, ThemeKind } from './kind.ts'

/** In hundredths of all people of that figure. */
export type PopulationShare = {
  dimension: string
  category: string
  name: Words
  share: number
  /** The area the figure counts: the community, or the nearest one above it of which one is known. */
  areaName: string
  asOf: string
  source: string
}

/** Fewer people than this are not spoken of. */
const peopleMin = 10

/** Of each dimension the figure of the nearest area; `levels`: the community first, then upwards. */
export function nearestShares(
  levels: readonly { areaName: string; figures: readonly KnownFigure[] }[],
): PopulationShare[] {
  const nearest = new Map<string, { areaName: string; figure: KnownFigure }>()
  for (const { areaName, figures } of levels)
    for (const figure of figures)
      if (!nearest.has(figure.dimension)) nearest.set(figure.dimension, { areaName, figure })
  return [...nearest.values()].flatMap(({ areaName, figure }) => {
    const { dimension, asOf, source, categories } = figure
    const all = categories.reduce((sum, { people }) => sum + people, 0)
    return categories.flatMap(({ code, label, people }) =>
      people < peopleMin
        ? []
        : [
            {
              dimension,
              category: code,
              name: label,
              share: Math.round((10_000 * people) / all) / 100,
              areaName,
              asOf,
              source,
            },
          ],
    )
  })
}

type Share = Pick<PopulationShare, 'dimension' | 'category' | 'share'>

/** Null where not every category of the group is known: half a group would be a wrong number. */
export function groupShare(
  { dimension, categories }: Pick<GroupVoice, 'dimension' | 'categories'>,
  population: readonly Share[],
): number | null {
  const found = population.filter(
    (each) => each.dimension === dimension && categories.includes(each.category),
  )
  if (found.length < categories.length) return null
  return found.reduce((sum, { share }) => sum + share, 0)
}

export type SharedGroup = { key: string; name: Words; share: number }

/** The groups the catalogue speaks of, each once, where their share is known. */
export function sharedGroups(
  kinds: readonly ThemeKind[],
  population: readonly Share[],
): SharedGroup[] {
  const groups = new Map<string, SharedGroup>()
  for (const group of kinds.flatMap((kind) => kind.groups)) {
    const key = `${group.dimension} ${group.categories.toSorted().join(' ')}`
    const share = groupShare(group, population)
    if (share !== null && !groups.has(key)) groups.set(key, { key, name: group.name, share })
  }
  return [...groups.values()]
}
