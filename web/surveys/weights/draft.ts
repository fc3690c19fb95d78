// The way of weighting as it is put together on the page: by figure the question that asked it, and what stands for what.
import { useState } from 'react'
import type { OutputOf } from '#core/kit/contract.ts'
import type { readWeighting } from '#core/surveys/contract-results.ts'
import { type Links, firstLinks, groupsFrom, unlinked } from '#core/surveys/scheme-draft.ts'
import type { SchemeDimension } from '#core/surveys/weighting.ts'

export type Weighting = OutputOf<typeof readWeighting>
export type Figure = Weighting['figures'][number]
export type Asked = Weighting['questions'][number]
type Chosen = { column: string; links: Links }
export type Draft = Record<string, Chosen>

export const dimensionsMax = 6

/** The question whose options say most like the categories; nothing is chosen where none does. */
function likeliest(figure: Figure, questions: readonly Asked[]): Draft {
  const found = questions
    .map(({ key, options }) => ({ key, options, links: firstLinks(options, figure.categories) }))
    .filter(({ links, options }) => unlinked(links, options) === 0)
  const [best] = found.toSorted((a, b) => b.options.length - a.options.length)
  return best === undefined ? {} : { [figure.dimension]: { column: best.key, links: best.links } }
}

const first = ({ figures, questions }: Weighting): Draft =>
  figures.reduce<Draft>((all, figure) => ({ ...all, ...likeliest(figure, questions) }), {})

export function useDraft(weighting: Weighting) {
  const [touched, setTouched] = useState<Draft | null>(null)
  const draft = touched ?? first(weighting)
  const { figures, questions } = weighting
  const questionOf = (chosen: Chosen | undefined) =>
    questions.find(({ key }) => key === chosen?.column)
  const choose = (figure: Figure, column: string) => {
    const { [figure.dimension]: _before, ...others } = draft
    const question = questions.find(({ key }) => key === column)
    if (question === undefined) return setTouched(others)
    const links = firstLinks(question.options, figure.categories)
    setTouched({ ...others, [figure.dimension]: { column, links } })
  }
  const link = (figure: Figure, links: Links) => {
    const chosen = draft[figure.dimension]
    if (chosen !== undefined) setTouched({ ...draft, [figure.dimension]: { ...chosen, links } })
  }
  const used = figures.flatMap((figure) => {
    const chosen = draft[figure.dimension]
    const question = questionOf(chosen)
    if (chosen === undefined || question === undefined) return []
    const { options } = question
    return [{ figure, question, chosen, left: unlinked(chosen.links, options) }]
  })
  const dimensions: SchemeDimension[] = used.map(({ figure, question, chosen }) => ({
    dimension: figure.dimension,
    column: question.key,
    groups: groupsFrom(chosen.links, question.options, figure.categories),
  }))
  return { draft, choose, link, used, dimensions }
}
