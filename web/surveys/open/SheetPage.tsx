// One sheet from the first word to the receipt. The step stands in the address: back goes one step back, nothing is lost.
import { useEffect, useState } from 'react'
import { giveAnswers } from '#core/surveys/contract-answers.ts'
import { countedAnswers, textIn } from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { useChoices } from '#web/kit/choices.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { NoConnectionError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { spokenQuestion } from '../answer-text.ts'
import { QuestionField } from '../QuestionField.tsx'
import { type Sheet, useSheet } from '../sheet.ts'
import { answerWords } from '../words-answer.ts'
import type { FoundSheet } from './AnswerPage.tsx'
import { ReceiptPart, StartPart, SummaryPart } from './sheet-parts.tsx'

type Props = { found: FoundSheet; code: string | null; onForget: () => void }

export function SheetPage({ found, code, onForget }: Props) {
  const { lang } = useWords()
  const { elder } = useSettings()
  const version = found.version ?? 1
  const sheet = useSheet(found.id, { version, questionnaire: found.questionnaire }, elder !== null)
  const { step, go } = useStep(sheet.screens.length + 1)
  const [receipt, setReceipt] = useState<string | null>(null)
  const title = textIn(found.title, lang)
  const up = paths.open.community(found.area.code)
  if (receipt !== null)
    return (
      <OpenPage title={title} up={up}>
        <ReceiptPart receipt={receipt} area={found.area.code} />
      </OpenPage>
    )
  if (step === 0)
    return (
      <OpenPage title={title} up={up} aloud={() => textIn(found.questionnaire.intro, lang)}>
        <StartPart
          found={found}
          sheet={sheet}
          onBegin={() => go(1)}
          onForget={onForget}
          code={code}
        />
      </OpenPage>
    )
  if (step > sheet.screens.length)
    return (
      <Sending
        {...{ found, code, sheet, title, up, go }}
        onDone={(got) => {
          sheet.clear()
          setReceipt(got)
          scrollTo(0, 0)
        }}
      />
    )
  return <StepPage {...{ found, sheet, step, go, title, up }} />
}

function useStep(last: number) {
  const [query, choose] = useChoices()
  const step = Math.min(last, Math.max(0, Number(query.get('step') ?? '0') || 0))
  const go = (to: number) => {
    choose({ step: String(to) }, { push: true })
    scrollTo(0, 0)
  }
  return { step, go }
}

type StepProps = {
  found: FoundSheet
  sheet: Sheet
  step: number
  go: (step: number) => void
  title: string
  up: string
}

function StepPage({ found, sheet, step, go, title, up }: StepProps) {
  const { t, lang } = useWords()
  const [pressed, setPressed] = useState(false)
  const { screens, answers } = sheet
  const screen = screens[step - 1]
  useEffect(() => setPressed(false), [step])
  if (screen === undefined) return null
  const section = found.questionnaire.sections[screen.section]
  const fault = (code: string) => sheet.faults.find((each) => each.question === code)?.words
  const open = screen.questions.filter(({ code }) => fault(code) !== undefined)
  const onward = () => {
    if (open.length === 0) return go(step + 1)
    setPressed(true)
    document.getElementById(`q-${open[0]?.code}`)?.scrollIntoView({ block: 'center' })
  }
  const numberOf = (code: string) => [...sheet.asked].indexOf(code) + 1
  return (
    <OpenPage
      title={title}
      up={up}
      aloud={() => screen.questions.map((question) => spokenQuestion(question, lang)).join('。')}
    >
      <Progress step={step} of={screens.length} />
      <Part>
        {section !== undefined && <h2 className="ans-section">{textIn(section.title, lang)}</h2>}
        {section?.note != null && <p className="k-note">{textIn(section.note, lang)}</p>}
        {screen.questions.map((question) => {
          const error = pressed ? fault(question.code) : sheet.errorOf(question.code)
          return (
            <QuestionField
              key={question.code}
              question={question}
              value={answers[question.code]}
              onChange={(value) => sheet.change(question.code, value)}
              error={error == null ? null : t(error)}
              seed={sheet.seed}
              places={found.places}
              number={numberOf(question.code)}
            />
          )
        })}
        <div className="ans-go">
          <Button big onClick={() => go(step - 1)}>
            {t(answerWords.previous)}
          </Button>
          <Button look="pri" big onClick={onward}>
            {t(step === screens.length ? answerWords.toSummary : answerWords.next)}
          </Button>
        </div>
      </Part>
    </OpenPage>
  )
}

function Progress({ step, of }: { step: number; of: number }) {
  const { t } = useWords()
  return (
    <p className="ans-progress">
      <span>{t(answerWords.stepOf, { n: step, of })}</span>
      <progress value={step} max={of} aria-hidden="true" />
    </p>
  )
}

type SendingProps = Omit<StepProps, 'step'> & {
  code: string | null
  onDone: (receipt: string) => void
}

function Sending({ found, code, sheet, title, up, go, onDone }: SendingProps) {
  const { t } = useWords()
  const send = useCommand(giveAnswers, {
    about: found.id,
    onDone: ({ receipt }) => onDone(receipt),
  })
  const answers = countedAnswers(found.questionnaire, sheet.answers)
  const by = code === null ? { survey: found.id } : { code }
  const lost = send.error instanceof NoConnectionError
  const trouble = send.error
    ? t(lost ? answerWords.waitsToSend : wordsOfError(send.error, surveyRefusals))
    : null
  return (
    <OpenPage title={title} up={up} aloud={() => t(answerWords.summary)}>
      <SummaryPart
        found={found}
        sheet={sheet}
        go={go}
        busy={send.isPending}
        trouble={trouble}
        onSend={() => send.mutate({ ...by, version: found.version ?? 1, answers })}
      />
    </OpenPage>
  )
}
