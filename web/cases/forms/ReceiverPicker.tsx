// Whom to give it to. Those who cannot take it stay in sight and say why.
import { useDeferredValue, useState } from 'react'
import { listReceivers, type ReceiverView } from '#core/cases/contract.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Tier } from '#core/cases/case.ts'
import type { Words } from '#core/kit/words.ts'
import { unitKindWords } from '#core/people/units.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Combo } from '#web/kit/ui/Combo.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { formWords, levelWords } from './words-forms.ts'

export type Chosen = { areaCode: string; unitId: number | null; name: Words }

export const keyOf = (one: { areaCode: string; unitId: number | null }) =>
  `${one.areaCode}/${one.unitId ?? ''}`

const reasons: Record<string, Words> = refusalWords
const kinds: Record<string, Words> = { ...unitKindWords, ...levelWords }

/** The case as it would be: a category and a tier that are being chosen and not yet stored. */
export type AsIf = { category?: string | undefined; tier?: Tier | undefined }

export function useReceivers(number: string, text = '', asIf: AsIf = {}) {
  const q = useDeferredValue(text.trim())
  return useEndpoint(
    listReceivers,
    {
      number,
      ...(q === '' ? {} : { q }),
      ...(asIf.category === undefined ? {} : { category: asIf.category }),
      ...(asIf.tier === undefined ? {} : { tier: asIf.tier }),
    },
    { keepPrevious: true, enabled: number !== '' },
  )
}

/** The likeliest that can take it, as the form stands now: an answer to what it said before is none. */
export function useSuggested(number: string, asIf: AsIf = {}): ReceiverView | null {
  const { data, isPlaceholderData } = useReceivers(number, '', asIf)
  const items = isPlaceholderData ? [] : (data?.items ?? [])
  return items.find((one) => one.suggested && one.why === null) ?? null
}

type Props = {
  number: string
  label: string
  chosen: Chosen | null
  onChoose: (one: Chosen | null) => void
  asIf?: AsIf
  /** Whoever is staffed, also where the work itself is not theirs: a call for help and advice. */
  anybody?: boolean
}

export function ReceiverPicker(props: Props) {
  const { number, label, chosen, onChoose, asIf = {}, anybody = false } = props
  const { t } = useWords()
  const [text, setText] = useState('')
  const items = useReceivers(number, text, asIf).data?.items ?? []
  if (chosen !== null)
    return (
      <div className="k-field case-chosen">
        <span className="k-label">{label}</span>
        <p>
          <b>{t(chosen.name)}</b>
          <Button look="quiet" onClick={() => onChoose(null)}>
            {t(formWords.chooseOther)}
          </Button>
        </p>
      </div>
    )
  return (
    <Combo
      label={label}
      placeholder={t(formWords.typeName)}
      text={text}
      onText={setText}
      options={items.map((one) => ({
        key: keyOf(one),
        label: t(one.name),
        note: noteOf(one),
        whyNot:
          one.why === null || (anybody && one.why !== 'nobody_there')
            ? null
            : t(reasons[one.why] ?? refusalWords.not_possible_now),
        suggested: one.suggested,
      }))}
      chosen={null}
      onChoose={(key) => {
        const one = items.find((item) => keyOf(item) === key)
        if (one) onChoose({ areaCode: one.areaCode, unitId: one.unitId, name: one.name })
      }}
      none={t(formWords.nobodyFits)}
      suggestedWord={t(formWords.suggested)}
    />
  )

  function noteOf({ kind, past }: ReceiverView): string {
    const words = kinds[kind]
    const parts = [
      ...(words === undefined ? [] : [t(words)]),
      ...(past === null ? [] : [t(formWords.settled, past)]),
    ]
    return parts.join(' · ')
  }
}

/** Without its name, as a command wants it. */
export const receiverOf = ({ areaCode, unitId }: Chosen) => ({ areaCode, unitId })
