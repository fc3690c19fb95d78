// What a community is asking, and what it has asked.
import { useState } from 'react'
import { useParams } from 'react-router'
import { listSurveys } from '#core/surveys/contract.ts'
import { surveyRefusals } from '#core/surveys/words.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Pager } from '#web/kit/ui/Pager.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { readArea } from '#core/places/contract.ts'
import { answerWords } from '../words-answer.ts'
import { SurveyLine } from './sheet-parts.tsx'
import '../answer.css'

const step = 20

export function SurveysPage() {
  const { t, lang } = useWords()
  const code = useParams()['code'] ?? ''
  const [limit, setLimit] = useState(step)
  const area = useEndpoint(readArea, { code }).data
  const list = useEndpoint(listSurveys, { area: code, limit }, { keepPrevious: true })
  const name = lang === 'en' ? (area?.nameEn ?? area?.name) : area?.name
  const items = list.data?.items
  return (
    <OpenPage
      title={t(answerWords.surveysTitle, { area: name ?? '' })}
      up={paths.open.community(code)}
      aloud={() => (items ?? []).map((one) => one.title[lang]).join('。')}
    >
      <Part>
        {list.error && !items ? (
          <Problem
            error={list.error}
            refusals={surveyRefusals}
            onRetry={() => void list.refetch()}
          />
        ) : !items ? (
          <Loading />
        ) : items.length === 0 ? (
          <Empty title={t(answerWords.noSurveys)} then={t(answerWords.noSurveysThen)} />
        ) : (
          <>
            <ul className="ans-surveys">
              {items.map((one) => (
                <SurveyLine key={one.id} survey={one} />
              ))}
            </ul>
            <Pager
              shown={items.length}
              step={step}
              more={list.data?.next !== null && limit < 200}
              busy={list.isFetching}
              onMore={() => setLimit(Math.min(200, limit + step))}
            />
          </>
        )}
        <div className="open-send">
          <ButtonLink big to={paths.open.sheet()}>
            {t(answerWords.haveCode)}
          </ButtonLink>
        </div>
      </Part>
    </OpenPage>
  )
}
