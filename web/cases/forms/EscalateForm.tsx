// Up a layer, as one act: handed to the layer above at its tier, or given back to the layer above that gave it. Which of
// the two it is, the rules have said; the person says why.
import { useState } from 'react'
import { dispatchCase, returnCase } from '#core/cases/contract-moves.ts'
import { tierWords } from '#core/cases/words.ts'
import { useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

export function EscalateForm(props: FormProps) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const onward = useMove(dispatchCase, props)
  const back = useMove(returnCase, props)
  const { upward } = props.view
  if (upward === null) return null
  const { way, to, name, tier } = upward
  const submit = () => {
    const said = reason.trim()
    setMissing(said.length < 2 ? [t(formWords.reasonHint)] : [])
    if (said.length < 2) return
    if (way === 'dispatch') onward.send({ lead: to, assists: [], tier, note: said })
    else back.send({ code: 'needs_upper_layer', words: said, whose: null })
  }
  const where =
    tier === null
      ? t(formWords.backTo, { name: air(t(name)) })
      : t(formWords.upTo, { name: air(t(name)), tier: t(tierWords[tier]) })
  return (
    <Act
      ask="escalate"
      props={props}
      move={way === 'dispatch' ? onward.move : back.move}
      missing={missing}
      onSubmit={submit}
    >
      <p className="k-compact">{where}</p>
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}
