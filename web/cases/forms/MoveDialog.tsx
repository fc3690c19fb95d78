// The frame of every act: the question, what happens to clock and record, the fields, and verbs. What was typed stays
// whatever the answer is.
import { type FormEvent, type ReactNode, useId } from 'react'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { Words } from '#core/kit/words.ts'
import { NoConnectionError, RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { kitWords } from '#web/kit/words.ts'
import { OthersActing } from '../presence.tsx'
import type { MoveState } from './useMove.ts'
import { formWords } from './words-forms.ts'
import './forms.css'

type Props = {
  title: string
  /** What will happen to the clock and to the record. */
  says?: ReactNode
  verb: string
  grave?: boolean
  wide?: boolean
  move: MoveState
  /** What the form itself found missing, before anything was sent. */
  missing?: string[]
  /** Busy with something before the move: photos on their way. */
  busy?: boolean
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}

export function MoveDialog(props: Props) {
  const { title, says, verb, grave = false, wide = false, move, missing = [], onClose } = props
  const { t } = useWords()
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(formWords.notNow)}</Button>
          <Button
            type="submit"
            form={id}
            look={grave ? 'grave' : 'pri'}
            busy={move.busy || props.busy === true}
            whyNot={move.meanwhile.length > 0 ? t(formWords.lookFirst) : null}
          >
            {verb}
          </Button>
        </>
      }
    >
      {says !== undefined && <p>{says}</p>}
      <form id={id} className="case-form" noValidate onSubmit={submit}>
        <OthersActing />
        <MoveProblem move={move} missing={missing} />
        {props.children}
      </form>
    </Dialog>
  )
}

export function MoveProblem({ move, missing }: { move: MoveState; missing: string[] }) {
  const { t } = useWords()
  if (move.meanwhile.length > 0) return <Meanwhile move={move} />
  if (missing.length > 0) return <ErrorSummary errors={missing} />
  if (!move.error) return null
  const said = sentencesOf(move.error)
  return <ErrorSummary errors={said.map((words) => t(words))} />
}

/** The refusal, and each field it points at, in the rules' own sentences. */
function sentencesOf(error: unknown): Words[] {
  const words: Record<string, Words> = refusalWords
  const main = wordsOfError(error, words)
  if (error instanceof NoConnectionError) return [main, kitWords.noConnectionKept]
  if (!(error instanceof RefusalError)) return [main]
  const fields = Object.values(error.fields).flatMap((code) => words[code] ?? [])
  return fields.length > 0 ? fields : [main]
}

function Meanwhile({ move }: { move: MoveState }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <div className="case-meanwhile" role="alert">
      <Notice tone="zhe" title={t(formWords.meanwhile)}>
        <ul>
          {move.meanwhile.map((entry) => (
            <li key={entry.version}>
              {times.near(entry.at)} {t(entry.sentence)}
              {entry.reason !== null &&
                !entry.sentence.zh.includes(entry.reason) &&
                ` · ${entry.reason}`}
            </li>
          ))}
        </ul>
        <Button onClick={move.goOn}>{t(formWords.goOn)}</Button>
      </Notice>
    </div>
  )
}
