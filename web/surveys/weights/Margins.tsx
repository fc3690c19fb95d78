// Which known figures, by which questions, and what stands for what. A category that no option names is asked about.
import { leftOver } from '#core/surveys/scheme-draft.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import type { Asked, Figure, useDraft, Weighting } from './draft.ts'
import { weightWords as words } from './words-weights.ts'

type Draft = ReturnType<typeof useDraft>
type Props = { weighting: Weighting; it: Draft }

export function Margins({ weighting, it }: Props) {
  return weighting.figures.map((figure) => (
    <Margin key={figure.dimension} {...{ figure, weighting, it }} />
  ))
}

function Margin({ figure, weighting, it }: Props & { figure: Figure }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const chosen = it.draft[figure.dimension]
  const question = weighting.questions.find(({ key }) => key === chosen?.column)
  const total = figure.categories.reduce((sum, { people }) => sum + people, 0)
  const day = times.day(`${figure.asOf}T04:00:00Z`)
  const title = figure.title[lang] || figure.title.zh
  return (
    <fieldset className="wgt-margin">
      <legend>{t(words.figureOf, { title, total: count(total) })}</legend>
      <p className="k-note">{t(words.source, { source: figure.source, day })}</p>
      <Select
        label={t(words.byQuestion)}
        empty={t(words.notUsed)}
        value={question?.key ?? ''}
        onChange={(event) => it.choose(figure, event.target.value)}
        options={weighting.questions.map(({ key, title: asked }) => ({
          value: key,
          label: asked[lang] || asked.zh,
        }))}
      />
      {question !== undefined && <Linking {...{ figure, question, it }} />}
    </fieldset>
  )
}

function Linking({ figure, question, it }: { figure: Figure; question: Asked; it: Draft }) {
  const { t, lang } = useWords()
  const { links } = it.draft[figure.dimension]!
  const left = leftOver(links, figure.categories)
  const label = (each: { label: { zh: string; en: string } }) => each.label[lang] || each.label.zh
  const linkOption = (code: string, category: string) => {
    const { [code]: _before, ...options } = links.options
    it.link(figure, {
      ...links,
      options: category === '' ? options : { ...options, [code]: category },
    })
  }
  const linkCategory = (code: string, option: string) =>
    it.link(figure, {
      ...links,
      categories: { ...links.categories, [code]: option === '' ? null : option },
    })
  return (
    <div className="wgt-links">
      {question.options.map((option) => (
        <Select
          key={option.code}
          label={t(words.optionIs, { option: label(option) })}
          value={links.options[option.code] ?? ''}
          onChange={(event) => linkOption(option.code, event.target.value)}
          options={figure.categories.map((each) => ({
            value: each.code,
            label: `${label(each)} · ${count(each.people)}`,
          }))}
        />
      ))}
      {left.map((category) => (
        <Select
          key={category.code}
          label={t(words.categoryIs, {
            category: label(category),
            people: count(category.people),
          })}
          empty={t(words.nobody)}
          value={links.categories[category.code] ?? ''}
          onChange={(event) => linkCategory(category.code, event.target.value)}
          options={question.options
            .filter(({ code }) => links.options[code] !== undefined)
            .map((each) => ({ value: each.code, label: label(each) }))}
        />
      ))}
    </div>
  )
}
