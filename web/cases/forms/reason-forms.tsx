// Acts that ask for little more than a written reason.
import { useState } from 'react'
import { refusalReasons } from '#core/cases/case.ts'
import {
  acceptDuty,
  confirmOnward,
  decideContest,
  notAcceptCase,
  noteCase,
  resumeCase,
  returnCase,
  superviseReopen,
  upholdDispatch,
  voidCase,
  waitForReporter,
} from '#core/cases/contract-moves.ts'
import { voidReasons } from '#core/cases/closing.ts'
import { returnReasons } from '#core/cases/dispatch.ts'
import { refusalReasonWords, returnReasonWords, voidReasonWords } from '#core/cases/words-moves.ts'
import { useWords } from '#web/kit/language.ts'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { PhotoField, usePhotos } from './photos.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, type MoveState, useMove } from './useMove.ts'
import { asks } from './words-asks.ts'
import { formWords } from './words-forms.ts'

type Frame = {
  ask: keyof typeof asks
  props: FormProps
  move: MoveState
  onSubmit: () => void
  grave?: boolean
  busy?: boolean
  wide?: boolean
  missing?: string[]
  children?: React.ReactNode
}

export function Act({ ask, props, move, children, ...rest }: Frame) {
  const { t } = useWords()
  const words = asks[ask]
  return (
    <MoveDialog
      title={t(words.title)}
      says={t(words.says)}
      verb={t(words.verb)}
      move={move}
      onClose={props.onClose}
      {...rest}
    >
      {children}
    </MoveDialog>
  )
}

export function NotAcceptForm(props: FormProps) {
  const { t } = useWords()
  const [code, setCode] = useState<(typeof refusalReasons)[number] | null>(null)
  const [words, setWords] = useState('')
  const [body, setBody] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(notAcceptCase, props)
  const submit = () => {
    setMissing(code === null ? [t(formWords.choosePlease, { what: t(formWords.why) })] : [])
    if (code !== null) send({ code, words, body: body.trim() === '' ? null : body.trim() })
  }
  return (
    <Act ask="notAccept" props={props} move={move} missing={missing} onSubmit={submit}>
      <RadioTiles
        label={t(formWords.why)}
        value={code}
        onChange={setCode}
        options={refusalReasons.map((value) => ({ value, label: t(refusalReasonWords[value]) }))}
      />
      <TextField
        label={t(formWords.otherBody)}
        need={code === 'other_body' ? 'required' : 'optional'}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <Reason value={words} onChange={setWords} label={t(formWords.wordsToReporter)} />
    </Act>
  )
}

export function ReturnForm(props: FormProps) {
  const { t } = useWords()
  const [code, setCode] = useState<(typeof returnReasons)[number]>('not_ours')
  const [words, setWords] = useState('')
  const [whose, setWhose] = useState('')
  const { send, move } = useMove(returnCase, props)
  const submit = () => send({ code, words, whose: whose.trim() === '' ? null : whose.trim() })
  return (
    <Act ask="return" props={props} move={move} onSubmit={submit}>
      <Select
        label={t(formWords.why)}
        value={code}
        onChange={(event) => {
          const chosen = returnReasons.find((one) => one === event.target.value)
          if (chosen) setCode(chosen)
        }}
        options={returnReasons.map((value) => ({ value, label: t(returnReasonWords[value]) }))}
      />
      <Reason value={words} onChange={setWords} />
      <TextField
        label={t(formWords.whose)}
        need="optional"
        hint={t(formWords.whoseHint)}
        value={whose}
        onChange={(event) => setWhose(event.target.value)}
      />
    </Act>
  )
}

export function UpholdForm(props: FormProps) {
  const [reason, setReason] = useState('')
  const { send, move } = useMove(upholdDispatch, props)
  return (
    <Act ask="uphold" props={props} move={move} onSubmit={() => send({ reason })}>
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}

export function ResumeForm(props: FormProps) {
  const [reason, setReason] = useState('')
  const { send, move } = useMove(resumeCase, props)
  return (
    <Act ask="resume" props={props} move={move} onSubmit={() => send({ reason })}>
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}

export function QuestionForm(props: FormProps) {
  const { t } = useWords()
  const [question, setQuestion] = useState('')
  const { send, move } = useMove(waitForReporter, props)
  return (
    <Act ask="question" props={props} move={move} onSubmit={() => send({ question })}>
      <Reason
        value={question}
        onChange={setQuestion}
        label={t(formWords.question)}
        hint={t(formWords.questionHint)}
      />
    </Act>
  )
}

export function NoteForm(props: FormProps) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const photos = usePhotos()
  const { send, move } = useMove(noteCase, props)
  const submit = () =>
    void photos.sent().then((hashes) => hashes && send({ words, photos: hashes }))
  return (
    <Act
      ask="note"
      props={props}
      move={move}
      missing={photos.problem}
      busy={photos.busy}
      onSubmit={submit}
    >
      <Reason value={words} onChange={setWords} label={t(formWords.words)} />
      <PhotoField label={t(formWords.photos)} photos={photos} max={6} />
    </Act>
  )
}

export function VoidForm(props: FormProps) {
  const { t } = useWords()
  const [code, setCode] = useState<(typeof voidReasons)[number]>('entered_by_mistake')
  const [reason, setReason] = useState('')
  const { send, move } = useMove(voidCase, props)
  return (
    <Act ask="void" props={props} move={move} grave onSubmit={() => send({ code, reason })}>
      <RadioTiles
        label={t(formWords.voidCode)}
        value={code}
        onChange={setCode}
        options={voidReasons.map((value) => ({ value, label: t(voidReasonWords[value]) }))}
      />
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}

export function DecideContestForm(props: FormProps) {
  const { t } = useWords()
  const [decision, setDecision] = useState<'yes' | 'no' | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(decideContest, props)
  const submit = () => {
    setMissing(
      decision === null ? [t(formWords.choosePlease, { what: t(formWords.decision) })] : [],
    )
    if (decision !== null) send({ upheld: decision === 'yes', reason })
  }
  return (
    <Act ask="decideContest" props={props} move={move} missing={missing} onSubmit={submit}>
      <RadioTiles
        label={t(formWords.decision)}
        value={decision}
        onChange={setDecision}
        options={[
          { value: 'yes', label: t(formWords.upheld) },
          { value: 'no', label: t(formWords.notUpheld) },
        ]}
      />
      <Reason value={reason} onChange={setReason} label={t(formWords.wordsToReporter)} />
    </Act>
  )
}

export function AcceptDutyForm(props: FormProps) {
  const { send, move } = useMove(acceptDuty, props)
  return <Act ask="acceptDuty" props={props} move={move} onSubmit={() => send({})} />
}

export function ConfirmOnwardForm(props: FormProps) {
  const { send, move } = useMove(confirmOnward, props)
  return <Act ask="confirmOnward" props={props} move={move} onSubmit={() => send({})} />
}

export function ReopenFromAboveForm(props: FormProps) {
  const [reason, setReason] = useState('')
  const { send, move } = useMove(superviseReopen, props)
  return (
    <Act ask="reopen" props={props} move={move} onSubmit={() => send({ reason })}>
      <Reason value={reason} onChange={setReason} />
    </Act>
  )
}
