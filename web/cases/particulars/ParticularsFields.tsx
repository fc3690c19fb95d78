// What the chosen category asks beside it: a tap each, none of them needed. An advice stands under the answer that calls
// for it, at once, before anything is sent.
import { askedNow, type ParticularAnswers } from '#core/cases/particulars.ts'
import type { Particular } from '#core/places/particulars.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { particularWords as words } from './words-particulars.ts'

type Props = {
  /** Of the chosen category; nothing is shown where it asks nothing. */
  asked: readonly Particular[] | undefined
  answers: ParticularAnswers
  onChange: (answers: ParticularAnswers) => void
}

export function ParticularsFields({ asked = [], answers, onChange }: Props) {
  return askedNow(asked, answers).map((one) => (
    <One
      key={one.code}
      one={one}
      answer={answers[one.code] ?? null}
      onChoose={(code) => onChange({ ...answers, [one.code]: code })}
    />
  ))
}

type OneProps = { one: Particular; answer: string | null; onChoose: (code: string) => void }

function One({ one, answer, onChoose }: OneProps) {
  const { t } = useWords()
  const option = one.options.find(({ code }) => code === answer)
  return (
    <>
      <RadioTiles
        label={t(one.ask)}
        need="optional"
        columns={one.options.length === 3 ? 3 : 2}
        value={answer}
        options={one.options.map(({ code, label }) => ({ value: code, label: t(label) }))}
        onChange={onChoose}
      />
      {(option?.urgent === true || option?.advice !== undefined) && (
        <Notice
          live
          tone={option.urgent === true ? 'zhu' : 'zhe'}
          {...(option.urgent === true ? { title: t(words.goesUrgent) } : {})}
        >
          {option.advice === undefined ? undefined : t(option.advice)}
        </Notice>
      )}
    </>
  )
}
