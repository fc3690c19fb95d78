// All ways written out: the telephone, the counter with its hours, this phone. For printing on a door, too.
import { useParams } from 'react-router'
import { readArea } from '#core/places/contract.ts'
import { hotline } from '#core/people/answering.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Choice, telephone } from '#web/kit/ui/Ways.tsx'
import { kitWords } from '#web/kit/words.ts'
import { AnswersNow } from '#web/people/AnswersNow.tsx'
import { useAreaWays, useCounterLine } from '#web/people/area-ways.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { waysWords } from './words-ways.ts'

export function WaysPage() {
  const { t, lang } = useWords()
  const { code = '' } = useParams()
  const ways = useAreaWays(code)
  const hours = useCounterLine(ways)
  const area = useEndpoint(readArea, { code }).data
  const name = area ? (lang === 'en' ? (area.nameEn ?? area.name) : area.name) : ''
  const counter = t(waysWords.counterWhere, { name })
  const aloud = () =>
    [t(waysWords.waysNote), ways.phone, counter, hours, t(waysWords.urgentCall)].join('。')
  return (
    <OpenPage title={t(waysWords.waysTitle)} up={paths.open.community(code)} aloud={aloud}>
      <Part>
        <p className="k-compact k-sub open-find-lead">{t(waysWords.waysNote)}</p>
        <div className="k-choices">
          <Choice
            main
            icon="phone"
            title={ways.phone}
            note={
              ways.whose === null
                ? t(waysWords.hotlineAlways)
                : t(waysWords.phoneAnswers, { whose: t(ways.whose) })
            }
            to={telephone(ways.phone)}
          />
          <Choice
            icon="counter"
            title={t(kitWords.atCounter)}
            note={`${counter} · ${hours}`}
            to={null}
          />
          <Choice
            icon="mobile"
            title={t(kitWords.online)}
            note={t(waysWords.onPhoneNote)}
            to={paths.open.report(code)}
          />
          {ways.whose !== null && (
            <Choice
              icon="phone"
              title={hotline}
              note={t(waysWords.hotlineAlways)}
              to={telephone(hotline)}
            />
          )}
        </div>
      </Part>
      <Part>
        <AnswersNow code={code} />
        <p className="k-compact">{t(waysWords.urgentCall)}</p>
      </Part>
    </OpenPage>
  )
}
