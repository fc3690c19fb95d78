// The frame of an act outside the cases: the question, what will happen, the fields, and verbs. A refusal is said as a
// sentence at the top; what was typed stays, and whoever pressed is led to what is wrong.
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import type { Words } from '#core/kit/words.ts'
import { NoConnectionError, RefusalError } from '../api.ts'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { ErrorSummary } from './Field.tsx'
import { wordsOfError } from './States.tsx'

type Props = {
  title: string
  says?: ReactNode
  verb: string
  grave?: boolean
  wide?: boolean
  busy?: boolean
  /** What the form itself found missing, before anything was sent. */
  missing?: string[]
  error?: unknown
  refusals?: Record<string, Words>
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}

export function AskDialog(props: Props) {
  const { title, says, verb, grave = false, wide = false, busy = false, onClose } = props
  const { t, lang } = useWords()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const pressed = useRef(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    pressed.current = true
    props.onSubmit()
  }
  const wrong = props.missing?.length
    ? props.missing
    : sentencesOf(props.error, props.refusals ?? {}, lang).map((words) => t(words))
  // Once for each press, never while somebody types: to the first field that says so itself, else to the sentences.
  useEffect(() => {
    if (!pressed.current || wrong.length === 0) return
    pressed.current = false
    const at = (selector: string) => form.current?.querySelector<HTMLElement>(selector)
    ;(at('[aria-invalid="true"]') ?? at('.k-error-summary'))?.focus()
  })
  return (
    <Dialog
      open
      wide={wide}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(kitWords.notNow)}</Button>
          <Button type="submit" form={id} look={grave ? 'grave' : 'pri'} busy={busy}>
            {verb}
          </Button>
        </>
      }
    >
      {says !== undefined && <p>{says}</p>}
      <form ref={form} id={id} className="k-ask" noValidate onSubmit={submit}>
        <ErrorSummary errors={wrong} />
        {props.children}
      </form>
    </Dialog>
  )
}

/** The refusal; where the form of a field was wrong, the server's own sentences beside the names of the fields. */
function sentencesOf(error: unknown, refusals: Record<string, Words>, lang: 'zh' | 'en'): Words[] {
  if (error === null || error === undefined) return []
  const main = wordsOfError(error, refusals)
  if (error instanceof NoConnectionError) return [main, kitWords.noConnectionKept]
  if (!(error instanceof RefusalError) || error.refusal !== 'bad_input') return [main]
  const joint = lang === 'zh' ? '：' : ': '
  const fields = Object.entries(error.fields).map(([field, said]) => {
    const line = `${field}${joint}${said}`
    return { zh: line, en: line }
  })
  return fields.length > 0 ? fields : [main]
}
