// The first and the last screens of a sheet: what it is and what becomes of it, the look over it, the receipt.
import { Link } from 'react-router'
import { textIn } from '#core/surveys/question.ts'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { AreaWaysRow } from '#web/people/AreaWaysRow.tsx'
import { answerText } from '../answer-text.ts'
import type { Sheet } from '../sheet.ts'
import { answerWords } from '../words-answer.ts'
import type { FoundSheet } from './AnswerPage.tsx'

type StartProps = {
  found: FoundSheet
  sheet: Sheet
  code: string | null
  onBegin: () => void
  onForget: () => void
}

export function StartPart({ found, sheet, code, onBegin, onForget }: StartProps) {
  const { t, lang } = useWords()
  const times = useTimes()
  const begun = Object.keys(sheet.answers).length > 0
  const area = lang === 'en' ? (found.area.nameEn ?? found.area.name) : found.area.name
  const facts = [
    t(answerWords.asks, { area }),
    t(answerWords.minutes, { n: found.questions, minutes: found.minutes }),
    ...(found.closesOn === null
      ? []
      : [t(answerWords.until, { day: times.day(`${found.closesOn}T04:00:00Z`) })]),
  ]
  return (
    <>
      <Part>
        <p className="ans-intro">{textIn(found.questionnaire.intro, lang)}</p>
        <p className="k-note">{facts.join(' · ')}</p>
        <p>{t(answerWords.noName)}</p>
        {found.answersBy === 'anyone' && <p>{t(answerWords.openToAll)}</p>}
        <div className="open-send">
          <Button look="pri" big onClick={onBegin}>
            {t(begun ? answerWords.goOn : answerWords.begin)}
          </Button>
        </div>
        <p className="k-note">{t(answerWords.kept)}</p>
        {begun && (
          <button type="button" className="k-link open-inline" onClick={sheet.clear}>
            {t(answerWords.afresh)}
          </button>
        )}
        {code !== null && (
          <button type="button" className="k-link open-inline" onClick={onForget}>
            {t(answerWords.typeCode)}
          </button>
        )}
      </Part>
      <Part>
        <p className="open-ways-lead">{t(answerWords.waysNote)}</p>
        <AreaWaysRow code={found.area.code} onlineLabel={t(answerWords.wayOnline)} onlineTo="#" />
      </Part>
    </>
  )
}

type SummaryProps = {
  found: FoundSheet
  sheet: Sheet
  go: (step: number) => void
  busy: boolean
  trouble: string | null
  onSend: () => void
}

export function SummaryPart({ found, sheet, go, busy, trouble, onSend }: SummaryProps) {
  const { t, lang } = useWords()
  const missing = sheet.faults.length
  return (
    <>
      <Part>
        <h2 className="ans-section">{t(answerWords.summary)}</h2>
        <dl className="ans-summary">
          {sheet.screens.flatMap((screen, at) =>
            screen.questions.map((question) => {
              const fault = sheet.faults.find((each) => each.question === question.code)
              return (
                <div key={question.code} className={fault === undefined ? '' : 'is-wrong'}>
                  <dt>{textIn(question.title, lang)}</dt>
                  <dd>
                    {answerText(question, sheet.answers[question.code], lang, found.places)}
                    {fault !== undefined && <span className="k-zhu"> · {t(fault.words)}</span>}
                  </dd>
                  <dd className="ans-change">
                    <button
                      type="button"
                      className="k-link open-inline"
                      aria-label={`${t(answerWords.change)}：${textIn(question.title, lang)}`}
                      onClick={() => go(at + 1)}
                    >
                      {t(answerWords.change)}
                    </button>
                  </dd>
                </div>
              )
            }),
          )}
        </dl>
      </Part>
      <Part tone="raised">
        <p className="open-trouble" role="alert">
          {trouble !== null && (
            <>
              <Shape name="triangle" size={16} />
              <span>{trouble}</span>
            </>
          )}
        </p>
        <div className="open-send">
          <Button
            look="pri"
            big
            busy={busy}
            whyNot={missing === 0 ? null : t(answerWords.missing, { n: missing })}
            onClick={onSend}
          >
            {t(busy ? answerWords.sending : answerWords.send)}
          </Button>
        </div>
        <p className="k-note">{t(answerWords.noName)}</p>
      </Part>
    </>
  )
}

export function ReceiptPart({ receipt, area }: { receipt: string; area: string }) {
  const { t } = useWords()
  return (
    <Part>
      <h2 className="ans-section" role="status">
        {t(answerWords.thanks)}
      </h2>
      <p className="ans-receipt">{t(answerWords.receipt, { receipt })}</p>
      <p>{t(answerWords.receiptNote)}</p>
      <p className="k-note">{t(answerWords.next2)}</p>
      <div className="open-send">
        <ButtonLink big to={paths.open.community(area)}>
          {t(answerWords.toCommunity)}
        </ButtonLink>
      </div>
    </Part>
  )
}

export function SurveyLine({ survey }: { survey: Omit<FoundSheet, 'questionnaire' | 'places'> }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const { closesOn, state, answersBy } = survey
  const day = closesOn === null ? '' : times.day(`${closesOn}T04:00:00Z`)
  const open = state === 'OPEN'
  const to = answersBy === 'anyone' ? paths.open.survey(survey.id) : paths.open.sheet()
  const notes = [
    t(open ? answerWords.until : answerWords.closedOn, { day }),
    t(answerWords.minutes, { n: survey.questions, minutes: survey.minutes }),
    ...(open && answersBy !== 'anyone' ? [t(answerWords.byCode)] : []),
  ]
  const title = textIn(survey.title, lang)
  return (
    <li>
      {open ? <Link to={to}>{title}</Link> : <b>{title}</b>}
      <small className="k-note">{notes.join(' · ')}</small>
      {state === 'CLOSED' && (
        <Link className="k-link ans-said" to={paths.open.surveyResults(survey.id)}>
          {t(answerWords.whatWasSaid)}
        </Link>
      )}
    </li>
  )
}
