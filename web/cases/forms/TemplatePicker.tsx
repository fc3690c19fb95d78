// The office's templates beside a field of words: one list, chosen by keyboard, filled from the case. The text stays the
// person's: what is sent is what stands in the field.
import { useRef, useState } from 'react'
import type { CaseView } from '#core/cases/contract.ts'
import { listTemplates, takeTemplate } from '#core/cases/contract-templates.ts'
import { type Values, fillTemplate, fitting } from '#core/cases/templates.ts'
import { useTimes, useToday, useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import { useDutyDesk } from '#web/people/area-ways.ts'
import { nameOf, nearPlace } from '../case-text.ts'
import { templateWords as words } from '../words-templates.ts'
import type { FormKey } from './form-keys.ts'
import { moveOfForm } from './template-moves.ts'

type Props = {
  view: CaseView
  form: FormKey
  value: string
  onChange: (value: string) => void
}

export function TemplatePicker({ view, form, value, onChange }: Props) {
  const { t } = useWords()
  const move = moveOfForm[form]
  const code = view.place.at(-1)?.code ?? view.home.code
  const asked = { code, ...(move === undefined ? {} : { move }) }
  const list = useEndpoint(listTemplates, asked, { enabled: move !== undefined, staleTime: 60_000 })
  const values = useValues(view)
  const use = useCommand(takeTemplate, {})
  const last = useRef('')
  const [picked, pick] = useState('')
  if (move === undefined) return null
  const items = fitting(list.data?.items ?? [], { move, category: view.category.code })
  if (items.length === 0) return null
  const take = (id: string) => {
    pick(id)
    const chosen = items.find((one) => one.id === id)
    if (chosen === undefined) return
    const filled = fillTemplate(chosen.words, values)
    // Going through the list by arrow keys puts one in the place of the other, not all of them below each other.
    const begun = value === last.current ? '' : value.trim()
    const next = begun === '' ? filled : `${begun}\n${filled}`
    if (begun === '') last.current = next
    onChange(next)
  }
  return (
    <Select
      label={t(words.pick)}
      hint={t(words.pickHint)}
      empty={t(words.pickNone)}
      value={picked}
      options={items.map((one) => ({ value: one.id, label: one.title }))}
      onChange={(event) => take(event.target.value)}
      onBlur={() => picked !== '' && use.mutate({ code, id: picked })}
    />
  )
}

/** What this case fills in, in the language of residents here. */
function useValues(view: CaseView): Values {
  const times = useTimes()
  const { lang } = useWords()
  const desk = useDutyDesk(view.home.code)
  const today = useToday()
  const holds = view.ladder.find((rung) => rung.holds)
  const due = view.clock?.dueAt ?? null
  return {
    number: view.number,
    category: view.category[lang],
    due: due === null ? null : times.dayTime(due),
    unit: holds === undefined ? nameOf(view.home, lang) : holds.name[lang],
    place: nearPlace(view.place, lang),
    community: nameOf(view.home, lang),
    today: times.date(today),
    phone: desk?.phone ?? desk?.standIn?.phone ?? null,
  }
}
