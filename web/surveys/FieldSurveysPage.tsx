// At the door: which survey is open where I work. One press, and it is filled in with the person present.
import { Link } from 'react-router'
import { listSurveys } from '#core/surveys/contract.ts'
import { textIn } from '#core/surveys/question.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { useDeskArea } from '#web/people/desk-area.ts'
import { deskWords as words } from './desk/words-desk.ts'
import { answerWords } from './words-answer.ts'
import './answer.css'
import './desk/desk.css'

export function FieldSurveysPage() {
  const { t, lang } = useWords()
  const area = useDeskArea()
  const asked = { area: area ?? '', state: 'OPEN' as const, limit: 50 }
  const list = useEndpoint(listSurveys, asked, { enabled: area !== null })
  const items = list.data?.items
  return (
    <section className="srv-page">
      <PageHeading title={t(words.assist)} sub={t(words.assistSub)} />
      {list.error && !items ? (
        <Problem error={list.error} refusals={surveyRefusals} onRetry={() => void list.refetch()} />
      ) : !items ? (
        <Loading />
      ) : items.length === 0 ? (
        <Empty title={t(answerWords.noSurveys)} />
      ) : (
        <ul className="ans-surveys">
          {items.map((one) => (
            <li key={one.id}>
              <Link to={paths.field.survey(one.id)}>{textIn(one.title, lang)}</Link>
              <small className="k-note">
                {one.area.name} · {t(words.lengthOf, { n: one.questions, minutes: one.minutes })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
