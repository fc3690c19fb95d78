// Whether done means done: the check, the way back, and closing with words for the reporter.
import { useState } from 'react'
import { type CheckWay, checkWays } from '#core/cases/check.ts'
import { checkCase, closeCase } from '#core/cases/contract-moves.ts'
import { checkWayWords } from '#core/cases/words-moves.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, Tick } from '#web/kit/ui/Field.tsx'
import { OutcomeTiles, type Result } from './HandleForm.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'

function HowTiles(props: { value: CheckWay; onChange: (value: CheckWay) => void }) {
  const { t } = useWords()
  return (
    <RadioTiles
      label={t(formWords.how)}
      columns={3}
      options={checkWays.map((value) => ({ value, label: t(checkWayWords[value]) }))}
      {...props}
    />
  )
}

export function CheckPassForm(props: FormProps) {
  const { t } = useWords()
  const [how, setHow] = useState<CheckWay>(props.view.evidence.onSite ? 'on_site' : 'by_proof')
  const [reason, setReason] = useState('')
  const [confirmOnward, setOnward] = useState(true)
  const { send, move } = useMove(checkCase, props)
  // With one layer above home, passing its work is all: there is nobody further to confirm to.
  const layered = props.view.ladder.filter((rung) => rung.state !== 'confirmed').length > 2
  return (
    <Act
      ask="checkPass"
      props={props}
      move={move}
      onSubmit={() => send({ passed: true, how, reason, confirmOnward: layered && confirmOnward })}
    >
      <HowTiles value={how} onChange={setHow} />
      <Reason value={reason} onChange={setReason} label={t(formWords.whatSeen)} />
      {layered && (
        <Tick label={t(formWords.confirmOnward)} checked={confirmOnward} onChange={setOnward} />
      )}
    </Act>
  )
}

export function CheckFailForm(props: FormProps) {
  const { t } = useWords()
  const [how, setHow] = useState<CheckWay>('on_site')
  const [reason, setReason] = useState('')
  const { send, move } = useMove(checkCase, props)
  return (
    <Act
      ask="checkFail"
      props={props}
      move={move}
      onSubmit={() => send({ passed: false, how, reason })}
    >
      <Reason value={reason} onChange={setReason} label={t(formWords.whatSeen)} />
      <HowTiles value={how} onChange={setHow} />
    </Act>
  )
}

export function CloseForm(props: FormProps) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState<Result>('solved')
  const [words, setWords] = useState('')
  const [conditionMet, setMet] = useState(false)
  const { send, move } = useMove(closeCase, props)
  return (
    <Act
      ask="close"
      props={props}
      move={move}
      onSubmit={() => send({ outcome, words, conditionMet })}
    >
      <OutcomeTiles value={outcome} onChange={setOutcome} />
      <Reason
        value={words}
        onChange={setWords}
        label={t(formWords.wordsToReporter)}
        hint={t(formWords.wordsToReporterHint)}
      />
      <div className="case-condition">
        <p>{t(props.view.closing)}</p>
        <Tick label={t(formWords.closingCondition)} checked={conditionMet} onChange={setMet} />
      </div>
    </Act>
  )
}
