// A worker at the door or the counter fills in with somebody present. The sheet stays on the device until it has been
// received: a stairwell has no signal.
import { useState } from 'react'
import { useParams } from 'react-router'
import { readCode } from '#core/surveys/code.ts'
import { assistAnswers } from '#core/surveys/contract-answers.ts'
import { type SurveyDesk, readSurveyDesk } from '#core/surveys/contract.ts'
import { countedAnswers, textIn } from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { readArea } from '#core/places/contract.ts'
import { NoConnectionError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField, Tick } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { QuestionField } from './QuestionField.tsx'
import type { PlaceOption } from './place-photo.tsx'
import { type Sheet, useSheet } from './sheet.ts'
import { answerWords } from './words-answer.ts'
import { deskWords as words } from './desk/words-desk.ts'
import './answer.css'
import './desk/desk.css'

export function AssistPage() {
  const { id = '' } = useParams()
  const [round, setRound] = useState(0)
  const [receipt, setReceipt] = useState<string | null>(null)
  const { t, lang } = useWords()
  const survey = useEndpoint(readSurveyDesk, { id })
  if (survey.error && !survey.data)
    return (
      <Problem
        error={survey.error}
        refusals={surveyRefusals}
        onRetry={() => void survey.refetch()}
      />
    )
  if (!survey.data) return <Loading />
  const { state, title } = survey.data
  if (state !== 'OPEN')
    return (
      <div className="srv-page srv-assist">
        <PageHeading title={textIn(title, lang)} />
        <Notice tone="zhe">{t(state === 'CLOSED' ? words.closedNow : words.draftOnly)}</Notice>
      </div>
    )
  return (
    <div className="srv-page srv-assist">
      {receipt !== null && (
        <Notice tone="accent" title={t(answerWords.thanks)} live>
          {t(answerWords.receipt, { receipt })}
        </Notice>
      )}
      <Assist
        key={round}
        survey={survey.data}
        onDone={(got) => {
          setReceipt(got)
          setRound(round + 1)
          scrollTo(0, 0)
        }}
      />
    </div>
  )
}

function Assist({ survey, onDone }: { survey: SurveyDesk; onDone: (receipt: string) => void }) {
  const { t, lang } = useWords()
  const version = survey.version ?? 1
  const sheet = useSheet(`assist.${survey.id}`, { ...survey, version }, false)
  const [code, setCode] = useState('')
  const [present, setPresent] = useState(false)
  const [pressed, setPressed] = useState(false)
  const area = useEndpoint(readArea, { code: survey.area.code })
  const places = (area.data?.children ?? []).filter(({ level }) => level === 'grid')
  const send = useCommand(assistAnswers, {
    about: survey.id,
    onDone: ({ receipt }) => {
      sheet.clear()
      onDone(receipt)
    },
  })
  const free = survey.answersBy === 'anyone'
  const badCode = !free && pressed && readCode(code) === null
  const enter = () => {
    setPressed(true)
    if (!free && readCode(code) === null)
      return document.getElementById('assist-code')?.scrollIntoView()
    const wrong = sheet.faults[0]
    if (wrong !== undefined)
      return document.getElementById(`q-${wrong.question}`)?.scrollIntoView({ block: 'center' })
    const answers = countedAnswers(survey.questionnaire, sheet.answers)
    send.mutate({ id: survey.id, code: free ? null : readCode(code), version, answers, present })
  }
  return (
    <>
      <PageHeading title={textIn(survey.title, lang)} sub={t(words.assistSub)} />
      <div id="assist-code">
        {!free && (
          <TextField
            label={t(words.sheet)}
            error={badCode ? t(answerWords.badCode) : null}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={24}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <Tick label={t(words.present)} checked={present} onChange={setPresent} />
      </div>
      <AssistSections {...{ survey, sheet, places, pressed }} />
      {send.error && (
        <Notice tone="zhu" live>
          {t(
            send.error instanceof NoConnectionError
              ? answerWords.waitsToSend
              : wordsOfError(send.error, surveyRefusals),
          )}
        </Notice>
      )}
      <Button
        look="pri"
        big
        busy={send.isPending}
        whyNot={present ? null : t(words.presentNeeded)}
        onClick={enter}
      >
        {t(answerWords.send)}
      </Button>
    </>
  )
}

type SectionsProps = {
  survey: SurveyDesk
  sheet: Sheet
  places: PlaceOption[]
  pressed: boolean
}

function AssistSections({ survey, sheet, places, pressed }: SectionsProps) {
  const { t, lang } = useWords()
  const errorOf = (code: string) =>
    pressed
      ? (sheet.faults.find((each) => each.question === code)?.words ?? null)
      : sheet.errorOf(code)
  return sheet.screens.map((screen) => (
    <section key={screen.section}>
      <SectionHeading>
        {textIn(survey.questionnaire.sections[screen.section]?.title ?? { zh: '', en: '' }, lang)}
      </SectionHeading>
      {screen.questions.map((question) => {
        const fault = errorOf(question.code)
        return (
          <QuestionField
            key={question.code}
            question={question}
            value={sheet.answers[question.code]}
            onChange={(value) => sheet.change(question.code, value)}
            error={fault === null ? null : t(fault)}
            seed={sheet.seed}
            places={places}
          />
        )
      })}
    </section>
  ))
}
