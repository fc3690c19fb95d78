// 凭回执代答: number and code of a receipt, then what its holder says, written down by whoever serves at a counter.
import { type FormEvent, useState } from 'react'
import type { CodeAnswer, CodeWay } from '#core/cases/by-code.ts'
import { codeWays } from '#core/cases/by-code.ts'
import { answerByCode, readByCode } from '#core/cases/contract-by-code.ts'
import { gradeWords, stateWords } from '#core/cases/words.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import { byCodeRefusals } from '#core/cases/words-receipt.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles, TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, wordsOfError } from '#web/kit/ui/States.tsx'
import { ByCodeContact } from './ByCodeContact.tsx'
import { nearPlace } from './case-text.ts'
import { byCodeWords as words } from './words-by-code.ts'
import './by-code.css'

type View = OutputOf<typeof readByCode>
const refusals = { ...refusalWords, ...byCodeRefusals }

export function ByCodePage() {
  const { t } = useWords()
  const [opened, open] = useState<{ view: View; code: string } | null>(null)
  const [kept, keep] = useState<CodeAnswer | null>(null)
  const again = () => {
    open(null)
    keep(null)
  }
  return (
    <div className="k-stack k-measure case-by-code">
      <PageHeading title={t(words.title)} sub={t(words.sub)} />
      {kept !== null ? (
        <Notice tone="accent" title={t(words.kept, { answer: t(moveWords[kept]) })} live>
          {t(words.keptThen)}
        </Notice>
      ) : opened === null ? (
        <OpenForm onOpen={(view, code) => open({ view, code })} />
      ) : (
        <Opened view={opened.view} code={opened.code} onKept={keep} />
      )}
      {opened !== null && (
        <Buttons>
          <Button look={kept === null ? 'quiet' : 'pri'} onClick={again}>
            {t(words.another)}
          </Button>
        </Buttons>
      )}
    </div>
  )
}

function OpenForm({ onOpen }: { onOpen: (view: View, code: string) => void }) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const [bare, secret] = [number.trim(), code.replaceAll(/\s/g, '')]
    if (bare === '' || secret.length < 4) return setWrong([t(words.need)])
    setBusy(true)
    try {
      onOpen(await call(readByCode, { number: bare, code: secret }), secret)
    } catch (failed) {
      setWrong([t(wordsOfError(failed, refusals))])
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className="case-by-code-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={wrong} />
      <TextField
        label={t(words.number)}
        hint={t(words.numberHint)}
        value={number}
        autoComplete="off"
        autoFocus
        maxLength={40}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        label={t(words.code)}
        hint={t(words.codeHint)}
        value={code}
        autoComplete="off"
        maxLength={12}
        onChange={(event) => setCode(event.target.value)}
      />
      <Buttons>
        <Button type="submit" look="pri" busy={busy}>
          {t(words.find)}
        </Button>
      </Buttons>
    </form>
  )
}

type OpenedProps = { view: View; code: string; onKept: (answer: CodeAnswer) => void }

function Opened({ view, code, onKept }: OpenedProps) {
  const { t, lang } = useWords()
  const times = useTimes()
  const possible = view.answers.filter(({ why }) => why === null).map(({ answer }) => answer)
  return (
    <>
      <section>
        <p>
          <b>{view.category[lang]}</b> {nearPlace(view.place, lang)} · {t(stateWords[view.state])} ·{' '}
          {t(words.reported, { day: times.day(view.reportedAt) })}
        </p>
        <p className="k-note">{view.number}</p>
        <h2 className="k-label">{t(words.result)}</h2>
        <p>{view.result ?? t(words.noResult)}</p>
        {view.question !== null && (
          <>
            <h2 className="k-label">{t(words.question)}</h2>
            <p>{view.question}</p>
          </>
        )}
        {view.confirmBy !== null && (
          <p className="k-note">{t(words.until, { day: times.day(view.confirmBy) })}</p>
        )}
      </section>
      {view.handled ? (
        <Notice tone="zhe" title={t(words.handled)} />
      ) : possible.length === 0 ? (
        <Empty title={t(words.nothing)} then={t(words.nothingThen)} />
      ) : (
        <SayForm view={view} code={code} possible={possible} onKept={onKept} />
      )}
      {!view.handled && <ByCodeContact view={view} code={code} />}
    </>
  )
}

const grades = ['5', '4', '3', '2', '1'] as const
const needWords: readonly CodeAnswer[] = ['reopen', 'answer', 'contest']

function SayForm({ view, code, possible, onKept }: OpenedProps & { possible: CodeAnswer[] }) {
  const { t } = useWords()
  const [answer, setAnswer] = useState<CodeAnswer | null>(null)
  const [way, setWay] = useState<CodeWay>('counter')
  const [grade, setGrade] = useState<(typeof grades)[number] | null>(null)
  const [said, setSaid] = useState('')
  const [missing, setMissing] = useState<string[]>([])
  const act = useCommand(answerByCode, { onDone: () => answer !== null && onKept(answer) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = answer === null ? [t(words.chooseAnswer)] : []
    if (answer === 'rate' && grade === null) lacks.push(t(words.chooseGrade))
    setMissing(lacks)
    if (answer === null || lacks.length > 0) return
    act.mutate({
      number: view.number,
      code,
      way,
      answer,
      ...(said.trim() !== '' && { words: said.trim() }),
      ...(answer === 'rate' && { grade: Number(grade) }),
    })
  }
  const wrong = act.error ? [t(wordsOfError(act.error, refusals))] : []
  return (
    <form className="case-by-code-form" noValidate onSubmit={submit}>
      <ErrorSummary errors={[...missing, ...wrong]} />
      <RadioTiles
        label={t(words.answer)}
        value={answer}
        columns={Math.min(possible.length, 4)}
        onChange={setAnswer}
        options={possible.map((value) => ({ value, label: t(moveWords[value]) }))}
      />
      {answer === 'rate' && (
        <RadioTiles
          label={t(words.grade)}
          value={grade}
          columns={5}
          onChange={setGrade}
          options={grades.map((value) => ({
            value,
            label: t(gradeWords[Number(value) as 1 | 2 | 3 | 4 | 5]),
          }))}
        />
      )}
      <RadioTiles
        label={t(words.way)}
        value={way}
        columns={4}
        onChange={setWay}
        options={codeWays.map((value) => ({ value, label: t(words[value]) }))}
      />
      <TextArea
        label={t(words.words)}
        hint={t(words.wordsHint)}
        need={answer !== null && needWords.includes(answer) ? 'required' : 'optional'}
        maxLength={500}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      <Buttons end>
        <Button type="submit" look="pri" busy={act.isPending}>
          {t(words.keep)}
        </Button>
      </Buttons>
    </form>
  )
}
