// The home for elders: five things to choose, the telephone first, and all of it read aloud.
import type { ReactNode } from 'react'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { ReadAloud } from '#web/kit/ui/ReadAloud.tsx'
import { Choice, telephone } from '#web/kit/ui/Ways.tsx'
import { kitWords } from '#web/kit/words.ts'
import { HomeBoard } from '#web/notices/open/HomeBoard.tsx'
import { AnswersNow } from '#web/people/AnswersNow.tsx'
import { useAreaWays } from '#web/people/area-ways.ts'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { openWords } from './words-open.ts'
import { waysWords } from './words-ways.ts'

type Props = { code: string; name: string; programme: ReactNode }

export function ElderHome({ code, name, programme }: Props) {
  const { t } = useWords()
  const ways = useAreaWays(code)
  const { phone } = ways
  const answers = t(kitWords.somebodyAnswers, { phone })
  const counter = t(openWords.faceToFace, { hours: ways.counterHours })
  const aloud = [
    name,
    t(waysWords.callUs),
    answers,
    t(openWords.sayToPhone),
    t(openWords.sayToPhoneNote),
    t(waysWords.whereIsMine),
    t(waysWords.community),
    counter,
  ].join('。')
  return (
    <>
      <Part>
        <div className="k-choices">
          <Choice
            main
            icon="phone"
            title={t(waysWords.callUs)}
            note={answers}
            to={telephone(phone)}
          />
          <Choice
            icon="microphone"
            title={t(openWords.sayToPhone)}
            note={t(openWords.sayToPhoneNote)}
            to={paths.open.report(code)}
          />
          {programme}
          <Choice
            icon="search"
            title={t(waysWords.whereIsMine)}
            note={t(openWords.whereIsMineNote)}
            to={paths.open.find()}
          />
          <Choice
            icon="list"
            title={t(waysWords.community)}
            note={t(openWords.communityNote)}
            to={paths.open.publicCases(code)}
          />
        </div>
      </Part>
      <div className="open-aloud">
        <ReadAloud text={aloud} />
      </div>
      <HomeBoard code={code} />
      <Part>
        <AnswersNow code={code} />
        <p>{counter}</p>
      </Part>
    </>
  )
}
