// How an act of the centre's pages ends: what changed is fetched anew, the page says that it was done, the form closes.
import { useState } from 'react'
import type { Endpoint, OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { formWords } from '../words-forms.ts'

type Ending<E extends Endpoint> = {
  refresh: Endpoint[]
  onClose: () => void
  says?: (output: OutputOf<E>) => string
}

export function useCentreAct<E extends Endpoint>(
  endpoint: E,
  { refresh, onClose, says }: Ending<E>,
) {
  const { t } = useWords()
  const toast = useToast()
  return useCommand(endpoint, {
    refresh,
    onDone: (output) => {
      toast(says?.(output) ?? t(formWords.saved))
      onClose()
    },
  })
}

/** What the form itself finds missing, as sentences; `go` runs only if nothing is. */
export function useMissing() {
  const { t } = useWords()
  const [missing, setMissing] = useState<string[]>([])
  const check = (needs: readonly (readonly [label: string, holds: boolean])[], go: () => void) => {
    const lacking = needs.filter(([, holds]) => !holds)
    setMissing(lacking.map(([what]) => t(formWords.need, { what })))
    if (lacking.length === 0) go()
  }
  return { missing, check, setMissing }
}

export const whole = (text: string): number | null => (text.trim() === '' ? null : Number(text))
export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
