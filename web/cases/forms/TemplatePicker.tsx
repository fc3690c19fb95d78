// The office's templates beside a field of words: one list, chosen by keyboard, filled from the case. The text stays the
// person's: what is sent is what stands in the field. In the field they are those the phone took along.
import { useRef, useState } from 'react'
import type { CaseView } from '#core/cases/contract.ts'
import { listTemplates, takeTemplate } from '#core/cases/contract-templates.ts'
import { type Values, fillTemplate, fitting } from '#core/cases/templates.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useToday, useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { isCaseMark } from '#web/kit/placeholders.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Select } from '#web/kit/ui/Field.tsx'
import { useDutyDesk } from '#web/people/area-ways.ts'
import { nameOf, nearPlace } from '../case-text.ts'
import { templateWords as words } from '../words-templates.ts'
import type { FormKey } from './form-keys.ts'
import { moveOfForm } from './template-moves.ts'
import { templatesAlong } from './templates-along.ts'

/** What a template may fill in; a report that only this phone has knows little of itself yet. */
export type Told = Pick<CaseView, 'number' | 'category'> &
  Partial<Pick<CaseView, 'home' | 'place' | 'ladder' | 'clock'>>

type Props = {
  view: Told
  form: FormKey
  value: string
  onChange: (value: string) => void
  /** The area whose templates this phone took along. */
  along?: string
}

export function TemplatePicker({ view, form, value, onChange, along }: Props) {
  const { t } = useWords()
  const move = moveOfForm[form]
  const code = along ?? view.place?.at(-1)?.code ?? view.home?.code ?? ''
  const asked =
    along === undefined ? { code, ...(move === undefined ? {} : { move }) } : templatesAlong(along)
  const list = useEndpoint(listTemplates, asked, { enabled: move !== undefined, staleTime: 60_000 })
  const values = useValues(view)
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
      onBlur={() => picked !== '' && countUse(code, picked)}
    />
  )
}

/** A count is not worth keeping for when there is a line again. */
function countUse(code: string, id: string): void {
  void call(takeTemplate, { commandId: newCommandId(), code, id }).catch(() => undefined)
}

/** What this case fills in, in the language of residents here. */
function useValues(view: Told): Values {
  const times = useTimes()
  const { lang } = useWords()
  const desk = useDutyDesk(view.home?.code ?? null)
  const today = useToday()
  const holds = view.ladder?.find((rung) => rung.holds)
  const home = view.home === undefined ? null : nameOf(view.home, lang)
  const due = view.clock?.dueAt ?? null
  return {
    number: isCaseMark(view.number) ? null : view.number,
    category: view.category[lang],
    due: due === null ? null : times.dayTime(due),
    unit: holds === undefined ? home : holds.name[lang],
    place: view.place === undefined ? null : nearPlace(view.place, lang),
    community: home,
    today: times.date(today),
    phone: desk?.phone ?? desk?.standIn?.phone ?? null,
  }
}
