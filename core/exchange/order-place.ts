// Where an order lies when nobody drew a point: the area it names, else the one whose name stands in its address, else in
// its words. One name that fits is taken; two that fit are none.
import { bare } from '#core/kit/bare.ts'

export type NamedPlace = { code: string; names: readonly string[] }

const shortened = (name: string): string => name.replace(/(社区|村|居委会|村委会|小区|网格)$/u, '')

/** The names by which people call it: with and without what kind of place it is, never shorter than two letters. */
export const calledNames = (name: string): string[] =>
  [...new Set([bare(name), bare(shortened(name))])].filter((each) => [...each].length >= 2)

/** The area that a cell names whole: by code, or as people call it. */
export function placeNamed(text: string, places: readonly NamedPlace[]): string | null {
  const said = bare(text)
  if (said === '') return null
  const short = bare(shortened(text.trim()))
  const found = places.filter(
    ({ code, names }) => code === text.trim() || names.includes(said) || names.includes(short),
  )
  return found.length === 1 ? (found[0]?.code ?? null) : null
}

/** The one area whose name stands somewhere in the words. A longer name that holds a shorter one wins. */
export function placeWithin(text: string, places: readonly NamedPlace[]): string | null {
  const said = bare(text)
  const hits = places.flatMap(({ code, names }) => {
    const longest = Math.max(0, ...names.filter((name) => said.includes(name)).map((n) => n.length))
    return longest === 0 ? [] : [{ code, longest }]
  })
  const most = Math.max(0, ...hits.map((hit) => hit.longest))
  const best = hits.filter((hit) => hit.longest === most)
  return best.length === 1 ? (best[0]?.code ?? null) : null
}
