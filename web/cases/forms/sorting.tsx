// 三事分流 on a form: whose affair it is, category, tier, urgency. The category brings its own proposal for the rest.
import { useEffect, useId, useState } from 'react'
import { suggestForCase } from '#core/cases/contract-suggest.ts'
import { type Matter, matters, type Tier, tiers } from '#core/cases/case.ts'
import type { CaseView } from '#core/cases/contract.ts'
import { matterWords, tierWords } from '#core/cases/words.ts'
import { matterHints } from '#core/cases/words-moves.ts'
import { unsortedCode } from '#core/places/category.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { RadioTiles, Select, TextArea, Tick } from '#web/kit/ui/Field.tsx'
import { type Category, CategoryPicker, useCategories } from './CategoryPicker.tsx'
import { keysOf, Suggestions } from './Suggestions.tsx'
import { useTemplateSlot } from './template-slot.ts'
import { formWords } from './words-forms.ts'

export type Sorting = {
  category: Category | null
  matter: Matter | null
  tier: Tier
  urgent: boolean
  guidance: string
  nextStep: string
  conditionMet: boolean
}

export function useSorting(view: CaseView) {
  const categories = useCategories(view.place.at(-1)?.code)
  const [sorting, set] = useState<Sorting>({
    category: null,
    matter: view.matter,
    tier: view.tier,
    urgent: view.urgent,
    guidance: '',
    nextStep: '',
    conditionMet: view.filedAt !== null,
  })
  const [begun, begin] = useState(false)
  const change = (part: Partial<Sorting>) => set((was) => ({ ...was, ...part }))
  const choose = (category: Category | null) =>
    change({ category, ...(category === null ? {} : proposed(category, view)) })
  useEffect(() => {
    if (begun || categories.length === 0) return
    begin(true)
    const own = categories.find(({ code }) => code === view.category.code)
    if (own === undefined || own.code === unsortedCode) return // suggested beside it, chosen by a person
    set((was) => ({ ...was, category: own, ...proposed(own, view) }))
  }, [begun, categories, view])
  return { sorting, change, choose, categories }
}

/** What the category usually is; urgency that was there stays. */
function proposed(category: Category, view: CaseView): Partial<Sorting> {
  return {
    matter: view.matter ?? category.matter,
    tier: category.tier,
    urgent: view.urgent || category.urgent,
  }
}

type Props = { view: CaseView } & ReturnType<typeof useSorting>

export function CategoryFields({ view, sorting, change, choose, categories }: Props) {
  const { t } = useWords()
  const search = useId()
  const suggested = useEndpoint(suggestForCase, { number: view.number }, { staleTime: Infinity })
  const items = suggested.data?.items ?? []
  const [searching, begin] = useState(false)
  useEffect(() => {
    if (searching) document.getElementById(search)?.focus()
  }, [searching, search])
  const take = (code: string) => {
    begin(false)
    choose(categories.find((one) => one.code === code) ?? null)
  }
  return (
    <div>
      <Suggestions
        items={items}
        learnedFrom={suggested.data?.learnedFrom ?? 0}
        chosen={sorting.category?.code ?? null}
        onChoose={take}
        onOther={() => {
          choose(null)
          begin(true)
        }}
      />
      <CategoryPicker
        view={view}
        categories={categories}
        chosen={sorting.category}
        onChoose={choose}
        offers={items.length === 0}
        inputId={search}
        keys={keysOf(items, take)}
      />
      {sorting.category !== null && view.filedAt === null && (
        <div className="case-condition">
          <p>{t(sorting.category.filing)}</p>
          <Tick
            label={t(formWords.condition)}
            checked={sorting.conditionMet}
            onChange={(conditionMet) => change({ conditionMet })}
          />
        </div>
      )}
    </div>
  )
}

export function SortingFields({ sorting, change }: Props) {
  const { t } = useWords()
  const templates = useTemplateSlot()
  return (
    <>
      <RadioTiles
        label={t(formWords.matter)}
        columns={3}
        value={sorting.matter}
        onChange={(matter) => change({ matter })}
        options={matters.map((value) => ({
          value,
          label: t(matterWords[value]),
          note: t(matterHints[value]),
        }))}
      />
      <div className="case-form-pair">
        <Select
          label={t(formWords.tier)}
          value={sorting.tier}
          onChange={(event) => {
            const tier = tiers.find((one) => one === event.target.value)
            if (tier) change({ tier })
          }}
          options={tiers.map((value) => ({ value, label: t(tierWords[value]) }))}
        />
        <Tick
          label={t(formWords.urgent)}
          note={t(formWords.urgentNote)}
          checked={sorting.urgent}
          onChange={(urgent) => change({ urgent })}
        />
      </div>
      {sorting.matter === 'private' && (
        <>
          <TextArea
            label={t(formWords.guidance)}
            need="required"
            hint={t(formWords.guidanceHint)}
            rows={2}
            value={sorting.guidance}
            onChange={(event) => change({ guidance: event.target.value })}
          />
          {templates?.({
            value: sorting.guidance,
            onChange: (guidance) => change({ guidance }),
          })}
          <TextArea
            label={t(formWords.nextStep)}
            need="required"
            rows={2}
            value={sorting.nextStep}
            onChange={(event) => change({ nextStep: event.target.value })}
          />
        </>
      )}
    </>
  )
}

export function triageInput(sorting: Sorting) {
  const own = sorting.matter === 'private'
  return {
    matter: sorting.matter ?? 'major',
    category: sorting.category?.code ?? '',
    tier: sorting.tier,
    urgent: sorting.urgent,
    guidance: own ? sorting.guidance : null,
    nextStep: own ? sorting.nextStep : null,
  }
}
