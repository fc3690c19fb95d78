// From which day, and the first day without it: grants and tokens ask the same.
import { useWords } from '#web/kit/language.ts'
import { TextField } from '#web/kit/ui/Field.tsx'
import { staffWords as words } from './words-staff.ts'

type Span = { from: string; to: string }
type Props = { span: Span; onChange: (span: Span) => void }

export function DateSpan({ span, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextField
        label={t(words.firstDay)}
        type="date"
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.target.value })}
      />
      <TextField
        label={t(words.endDay)}
        hint={t(words.openEnded)}
        need="optional"
        type="date"
        value={span.to}
        onChange={(event) => onChange({ ...span, to: event.target.value })}
      />
    </>
  )
}
