// Which category: offered from the reporter's own words, found by typing, with its condition said before it is ticked.
import { useMemo, useState } from 'react'
import type { CaseView } from '#core/cases/contract.ts'
import { listCategories } from '#core/places/contract.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Combo } from '#web/kit/ui/Combo.tsx'
import { formWords } from './words-forms.ts'

export type Category = OutputOf<typeof listCategories>['items'][number]

export function useCategories(area: string | undefined): Category[] {
  const query = useEndpoint(listCategories, area === undefined ? {} : { area })
  const items = query.data?.items
  return useMemo(() => leavesOf(items ?? []), [items])
}

function leavesOf(items: Category[]): Category[] {
  const parents = new Set(items.map((one) => one.parent))
  return items.filter((one) => !parents.has(one.code))
}

/** The words of a text that a category knows. */
export const wordsFound = (text: string, { keywords }: Category): string[] =>
  keywords.filter((word) => text.includes(word))

/** Likeliest first: the more and the longer the words found, the likelier. */
export function likely(text: string, categories: Category[]): Category[] {
  const weight = (one: Category) => wordsFound(text, one).join('').length
  return categories
    .filter((one) => weight(one) > 0)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, 4)
}

const shownMax = 12

type Props = {
  view: Pick<CaseView, 'text'>
  categories: Category[]
  chosen: Category | null
  onChoose: (one: Category | null) => void
  /** Suggestions stand above already: nothing is offered twice. */
  offers?: boolean
  inputId?: string
  keys?: Readonly<Record<string, () => void>>
}

export function CategoryPicker(props: Props) {
  const { view, categories, chosen, onChoose, offers = true, inputId, keys = {} } = props
  const { t, lang } = useWords()
  const [text, setText] = useState('')
  if (chosen !== null)
    return (
      <div className="k-field case-chosen">
        <span className="k-label">{t(formWords.category)}</span>
        <p>
          <b>{t(chosen)}</b>
          <Button look="quiet" onClick={() => onChoose(null)}>
            {t(formWords.chooseOther)}
          </Button>
        </p>
      </div>
    )
  const offered = offers ? likely(view.text, categories) : []
  const wanted = text.trim().toLowerCase()
  const fits = (one: Category) =>
    `${one.zh} ${one.en} ${one.code} ${one.keywords.join(' ')}`.toLowerCase().includes(wanted)
  const found = wanted === '' ? offered : categories.filter(fits)
  return (
    <Combo
      {...(inputId === undefined ? {} : { inputId })}
      keys={keys}
      label={t(formWords.category)}
      placeholder={t(formWords.typeCategory)}
      text={text}
      onText={setText}
      options={found.slice(0, shownMax).map((one) => ({
        key: one.code,
        label: t(one),
        note: noteOf(one),
        whyNot: null,
        suggested: offered.includes(one),
      }))}
      chosen={null}
      onChoose={(key) => onChoose(categories.find(({ code }) => code === key) ?? null)}
      none={wanted === '' ? '' : t(formWords.noCategory)}
      suggestedWord={t(formWords.suggested)}
    />
  )

  function noteOf(one: Category): string {
    const words = wordsFound(view.text, one)
    if (words.length === 0) return one.code
    const said = listed(
      words.slice(0, 3).map((word) => `“${word}”`),
      lang,
    )
    return t(formWords.becauseOf, { words: said })
  }
}
