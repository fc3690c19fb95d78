// Acts that move no clock: urging, supervising with a time to answer by, and the answer.
import { useState } from 'react'
import { answerSupervision, superviseCase, urgeCase } from '#core/cases/contract-watching.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { RadioTiles, Select, TextField } from '#web/kit/ui/Field.tsx'
import { instantOf } from './assists.tsx'
import { Act } from './reason-forms.tsx'
import { Reason } from './receiver-forms.tsx'
import { type FormProps, useMove } from './useMove.ts'
import { formWords } from './words-forms.ts'
import { watchingWords as words } from './words-watching.ts'

const ways = ['mine', 'phone', 'counter', 'door'] as const
const wayWords = {
  mine: words.mine,
  phone: formWords.byPhone,
  counter: formWords.atCounter,
  door: formWords.atDoor,
}

export function UrgeForm(props: FormProps) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const [way, setWay] = useState<(typeof ways)[number]>('mine')
  const { send, move } = useMove(urgeCase, props)
  const submit = () => send({ words: said, ...(way === 'mine' ? {} : { onBehalf: way }) })
  return (
    <Act ask="urge" props={props} move={move} onSubmit={submit}>
      {props.view.reporter.voices > 0 && (
        <RadioTiles
          label={t(words.who)}
          columns={2}
          value={way}
          onChange={setWay}
          options={ways.map((value) => ({
            value,
            label:
              value === 'mine' ? t(wayWords.mine) : `${t(words.forReporter)}${t(wayWords[value])}`,
          }))}
        />
      )}
      <Reason value={said} onChange={setSaid} label={t(words.words)} />
    </Act>
  )
}

export function SuperviseForm(props: FormProps) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const [by, setBy] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const { send, move } = useMove(superviseCase, props)
  const submit = () => {
    const answerBy = instantOf(by)
    setMissing(answerBy === null ? [t(formWords.writePlease, { what: t(words.by) })] : [])
    if (answerBy !== null) send({ words: said, answerBy })
  }
  return (
    <Act ask="supervise" props={props} move={move} missing={missing} onSubmit={submit}>
      <TextField
        label={t(words.by)}
        need="required"
        type="datetime-local"
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <Reason value={said} onChange={setSaid} label={t(words.supervise)} />
    </Act>
  )
}

export function AnswerSupervisionForm(props: FormProps) {
  const { t } = useWords()
  const times = useTimes()
  const open = props.view.supervisions.filter((one) => one.answeredAt === null)
  const [serial, setSerial] = useState(String(open[0]?.serial ?? ''))
  const [said, setSaid] = useState('')
  const { send, move } = useMove(answerSupervision, props)
  const submit = () => send({ serial: Number(serial), words: said })
  return (
    <Act ask="answerSupervision" props={props} move={move} onSubmit={submit}>
      {open.length > 1 && (
        <Select
          label={t(words.which)}
          value={serial}
          onChange={(event) => setSerial(event.target.value)}
          options={open.map((one) => ({
            value: String(one.serial),
            label: `${t(one.layer)} · ${times.near(one.at)}`,
          }))}
        />
      )}
      <Reason value={said} onChange={setSaid} label={t(words.reply)} />
    </Act>
  )
}
