// Where a case is not one's own: the way in for an emergency, with everything it entails said first.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { breakGlass, listGlasses } from '#core/cases/contract-glass.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { glassRefusals, glassWords as words } from './words-glass.ts'

export function BreakGlass({ number }: { number: string }) {
  const { t } = useWords()
  const [asking, ask] = useState(false)
  return (
    <div className="k-row case-glass">
      <p className="k-compact k-sub">{t(words.offer)}</p>
      <Button onClick={() => ask(true)}>{t(words.open)}</Button>
      {asking && <Ask number={number} onClose={() => ask(false)} />}
    </div>
  )
}

function Ask({ number, onClose }: { number: string; onClose: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(breakGlass, {
    refresh: [listGlasses],
    onDone: ({ id }) => void navigate(paths.desk.glass(id)),
  })
  const submit = () => {
    const short = reason.trim().length < 10
    setMissing(short ? [t(glassRefusals.reason_missing)] : [])
    if (!short) act.mutate({ number, reason: reason.trim() })
  }
  return (
    <AskDialog
      grave
      title={t(words.askTitle, { number })}
      says={t(words.askSays)}
      verb={t(words.open)}
      busy={act.isPending}
      missing={missing}
      error={act.error}
      refusals={glassRefusals}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t(words.reason)}
        hint={t(words.reasonHint)}
        need="required"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AskDialog>
  )
}
