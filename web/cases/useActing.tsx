// The act a person is in the middle of: one form at a time, a word when it is done.
import { type ReactNode, useState } from 'react'
import type { CaseView } from '#core/cases/contract.ts'
import type { Move } from '#core/cases/moves.ts'
import { useWords } from '#web/kit/language.ts'
import { useToast } from '#web/kit/ui/Toast.tsx'
import type { FormKey } from './forms/form-keys.ts'
import { MoveFormFor } from './forms/MoveFormFor.tsx'
import { TemplatePicker } from './forms/TemplatePicker.tsx'
import { TemplateSlot } from './forms/template-slot.ts'
import { useMe } from '#web/people/me.ts'
import { type Offer, offersOf } from './offers.ts'
import { casePageWords } from './words-case.ts'

export type Acting = {
  offers: Offer[]
  begin: (form: FormKey) => void
  /** The keys of the open acts, for useKeys. */
  keys: Record<string, () => void>
  form: ReactNode
  active: boolean
  /** The act whose form is open, as others in the case are told. */
  doing: Move | null
}

export function useActing(view: CaseView | undefined): Acting {
  const { t } = useWords()
  const toast = useToast()
  const [at, setAt] = useState<{ form: FormKey; number: string } | null>(null)
  const roles = useMe().data?.grants.map(({ role }) => role) ?? []
  const offers = view === undefined ? [] : offersOf(view, roles)
  const begin = (form: FormKey) => {
    if (view !== undefined) setAt({ form, number: view.number })
  }
  const close = () => setAt(null)
  const current = at !== null && at.number === view?.number ? at.form : null
  const offer = offers.find((one) => one.form === current)
  const keys = Object.fromEntries(
    offers
      .filter((one) => one.why === null && one.hotkey !== null)
      .toReversed() // the first of a key is written last, and stays
      .map((one) => [one.hotkey?.toLowerCase() ?? '', () => begin(one.form)]),
  )
  return {
    offers,
    begin,
    keys,
    active: current !== null,
    doing: current === 'fileAndDispatch' ? 'dispatch' : (offer?.move ?? null),
    form:
      current !== null && view !== undefined ? (
        <TemplateSlot.Provider
          value={(field) => <TemplatePicker view={view} form={current} {...field} />}
        >
          <MoveFormFor
            key={`${view.number}/${current}`}
            form={current}
            view={view}
            onClose={close}
            onDone={() => {
              close()
              if (offer) toast(t(casePageWords.done, { what: t(offer.label) }))
            }}
          />
        </TemplateSlot.Provider>
      ) : null,
  }
}
