// The fields of each bulk: little, since a case brings its own facts.
import { useState } from 'react'
import { bulkMatters, type BulkMove } from '#core/cases/bulk.ts'
import type { BulkItem, BulkReceiver } from '#core/cases/contract-bulk.ts'
import { matterWords } from '#core/cases/words.ts'
import { matterHints } from '#core/cases/words-moves.ts'
import type { Words } from '#core/kit/words.ts'
import { unitKindWords } from '#core/people/units.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Combo } from '#web/kit/ui/Combo.tsx'
import { RadioTiles, TextField, Tick } from '#web/kit/ui/Field.tsx'
import { type Chosen, keyOf } from '../forms/ReceiverPicker.tsx'
import { Reason } from '../forms/receiver-forms.tsx'
import { formWords, levelWords } from '../forms/words-forms.ts'
import type { Written } from './bulk-steps.ts'
import { bulkWords as words } from './words-bulk.ts'

type Props = {
  move: BulkMove
  items: readonly BulkItem[]
  receivers: readonly BulkReceiver[]
  written: Written
  write: (part: Partial<Written>) => void
}

export function BulkFields({ move, items, receivers, written, write }: Props) {
  const { t } = useWords()
  const say = (label: Words) => (
    <Reason label={t(label)} value={written.words} onChange={(said) => write({ words: said })} />
  )
  switch (move) {
    case 'accept':
      return <Conditions items={items} met={written.met} onMet={(met) => write({ met })} />
    case 'triage':
      return (
        <RadioTiles
          label={t(formWords.matter)}
          value={written.matter}
          onChange={(matter) => write({ matter })}
          options={bulkMatters.map((value) => ({
            value,
            label: t(matterWords[value]),
            note: t(matterHints[value]),
          }))}
        />
      )
    case 'dispatch':
      return (
        <>
          <Receivers receivers={receivers} to={written.to} onTo={(to) => write({ to })} />
          <TextField
            label={t(formWords.note)}
            need="optional"
            maxLength={500}
            value={written.words}
            onChange={(event) => write({ words: event.target.value })}
          />
        </>
      )
    case 'acceptDuty':
      return null
    case 'checkPass':
      return say(formWords.whatSeen)
    default:
      return say(formWords.words)
  }
}

/** The condition of each category among them, once, with how many it concerns. */
function Conditions(props: {
  items: readonly BulkItem[]
  met: boolean
  onMet: (met: boolean) => void
}) {
  const { t } = useWords()
  const fit = props.items.flatMap((item) => (item.why === null && item.case ? [item.case] : []))
  const codes = [...new Set(fit.map(({ category }) => category.code))]
  const of = (code: string) => fit.filter(({ category }) => category.code === code)
  return (
    <div className="case-condition">
      <p>
        <b>{t(words.conditions)}</b>
      </p>
      <ul className="case-bulk-conditions">
        {codes.map((code) => {
          const [first] = of(code)
          if (first === undefined) return null
          const category = t(first.category)
          return (
            <li key={code}>
              {t(words.conditionOf, { category, n: of(code).length, words: t(first.filing) })}
            </li>
          )
        })}
      </ul>
      <Tick label={t(words.met)} checked={props.met} onChange={props.onMet} />
    </div>
  )
}

const kinds: Record<string, Words> = { ...unitKindWords, ...levelWords }

type ReceiversProps = {
  receivers: readonly BulkReceiver[]
  to: Chosen | null
  onTo: (to: Chosen | null) => void
}

function Receivers({ receivers, to, onTo }: ReceiversProps) {
  const { t } = useWords()
  const [text, setText] = useState('')
  if (to !== null)
    return (
      <div className="k-field case-chosen">
        <span className="k-label">{t(formWords.lead)}</span>
        <p>
          <b>{t(to.name)}</b>
          <Button look="quiet" onClick={() => onTo(null)}>
            {t(formWords.chooseOther)}
          </Button>
        </p>
      </div>
    )
  const wanted = text.trim().toLowerCase()
  const named = receivers.filter(({ name }) =>
    `${name.zh} ${name.en}`.toLowerCase().includes(wanted),
  )
  return (
    <Combo
      label={t(formWords.lead)}
      placeholder={t(formWords.typeName)}
      text={text}
      onText={setText}
      options={named.slice(0, 12).map((one) => ({
        key: keyOf(one),
        label: t(one.name),
        note: [
          ...(kinds[one.kind] === undefined ? [] : [t(kinds[one.kind] as Words)]),
          t(words.fits, { n: one.fits }),
        ].join(' · '),
        whyNot: null,
        suggested: one.suggested,
      }))}
      chosen={null}
      onChoose={(key) => {
        const one = receivers.find((each) => keyOf(each) === key)
        if (one) onTo({ areaCode: one.areaCode, unitId: one.unitId, name: one.name })
      }}
      none={t(formWords.nobodyFits)}
      suggestedWord={t(formWords.suggested)}
    />
  )
}
