// An answer in words: the question, a frame to write in, what pressing does. Nothing is lost when it is refused.
import { type FormEvent, useState } from 'react'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextArea } from '#web/kit/ui/Field.tsx'
import { useAreaWays } from '#web/people/area-ways.ts'
import type { AnswerProps } from './Answers.tsx'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { Trouble } from './Trouble.tsx'
import { Dictate } from './Dictate.tsx'
import { useAnswer } from './use-answer.ts'
import { saidWords } from './words-said.ts'
import './open.css'

type Props = AnswerProps & {
  answer: 'object' | 'answer' | 'contest' | 'reopen' | 'urge'
  title?: string
  lead?: string
  note: string
  label: string
  send: string
  optional?: boolean
  /** Inside a part that has its own frame. */
  bare?: boolean
  onBack?: () => void
}

export function SaidWords(props: Props) {
  const { title, lead, note, label, send, optional = false, bare = false, onBack } = props
  const { t } = useWords()
  const [words, setWords] = useState('')
  const [short, setShort] = useState(false)
  const act = useAnswer(props.view.number, props.secret)
  const ways = useAreaWays(props.view.home.code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!optional && words.trim().length < 2) return setShort(true)
    setShort(false)
    act.say({ answer: props.answer, words: words.trim() })
  }
  const form = (
    <form onSubmit={submit}>
      {title !== undefined && <h2 className="open-question">{title}</h2>}
      {lead !== undefined && <p className="k-quote open-closing">“{lead}”</p>}
      <TextArea
        label={label}
        {...(optional ? { need: 'optional' as const } : {})}
        error={short ? t(saidWords.needWords) : null}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Dictate onHeard={(heard) => setWords((was) => was + heard)} />
      <p className="k-compact k-sub open-after">{note}</p>
      <Trouble text={act.trouble} />
      <div className="open-send">
        <Button look="pri" big type="submit" busy={act.isPending}>
          {send}
        </Button>
        {onBack && (
          <Button big onClick={onBack}>
            {t(saidWords.back)}
          </Button>
        )}
      </div>
      <p className="k-note">{t(saidWords.orByPhone, { phone: ways.phone })}</p>
    </form>
  )
  return bare ? form : <Part tone="raised">{form}</Part>
}
