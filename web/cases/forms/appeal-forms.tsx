// The appeal against lateness, and a reviewer's finding.
import { useState } from 'react'
import { appealOverdue, decideAppeal } from '#core/cases/contract-appeal.ts'
import { useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { RadioTiles } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PhotoField, usePhotos } from './photos.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { appealWords as words } from './words-appeal.ts'
import { formWords } from './words-forms.ts'

export function OverdueAppealForm(props: FormProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const photos = usePhotos()
  const { send, move } = useMove(appealOverdue, props)
  const submit = () =>
    void photos.sent().then((hashes) => hashes && send({ reason, photos: hashes }))
  return (
    <Act
      ask="overdueAppeal"
      props={props}
      move={move}
      missing={photos.problem}
      busy={photos.busy}
      onSubmit={submit}
    >
      <Reason value={reason} onChange={setReason} label={t(words.why)} />
      <PhotoField label={t(words.evidence)} photos={photos} max={6} />
    </Act>
  )
}

export function DecideAppealForm(props: FormProps) {
  const { t } = useWords()
  const [decision, setDecision] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(decideAppeal, props)
  const { appeal } = props.view
  const submit = () => {
    setMissing(decision === null ? [t(formWords.choosePlease, { what: t(words.decision) })] : [])
    if (decision !== null) send({ excused: decision === 'yes', reason })
  }
  return (
    <Act ask="decideAppeal" props={props} move={move} missing={missing} onSubmit={submit}>
      {appeal !== null && (
        <Notice tone="accent" title={t(words.heading)}>
          {air(appeal.reason)}
        </Notice>
      )}
      <RadioTiles
        label={t(words.decision)}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'yes', label: t(words.yes) },
          { value: 'no', label: t(words.no) },
        ]}
      />
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}
