// The head of a case: number, place, kind; its words as title; the one clock that counts now.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type CaseRow, type CaseView, listCases, queues } from '#core/cases/contract.ts'
import {
  clockKindWords,
  matterWords,
  queueWords,
  stateWords,
  tierWords,
} from '#core/cases/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { Key } from '#web/kit/ui/Button.tsx'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Stamp, Status } from '#web/kit/ui/Status.tsx'
import { titleOf, wholePlace } from './case-text.ts'
import { faceOf } from './face.ts'
import { shapeOf } from './queue-item.ts'
import { casePageWords as words } from './words-case.ts'

export type Walk = { back: string; label: string; nth: number; before?: string; after?: string }

type Pages = { pages: { items: CaseRow[] }[] }

/** The list from which this case was opened, as the cache still holds it. */
export function useWalk(number: string): Walk | null {
  const { t } = useWords()
  const client = useQueryClient()
  const lists = client.getQueriesData<Pages>({ queryKey: [listCases.name, 'pages'] })
  for (const [key, data] of lists.toReversed()) {
    const numbers = data?.pages.flatMap((page) => page.items.map((row) => row.number)) ?? []
    const nth = numbers.indexOf(number)
    if (nth < 0) continue
    const filter = key[2] as { queue?: string }
    const queue = queues.find((one) => one === filter.queue)
    return {
      back: queue === undefined ? paths.desk.cases() : paths.desk.queue(queue),
      label: queue === undefined ? t(words.backToQueues) : t(queueWords[queue]),
      nth: nth + 1,
      ...(numbers[nth - 1] === undefined ? {} : { before: numbers[nth - 1]! }),
      ...(numbers[nth + 1] === undefined ? {} : { after: numbers[nth + 1]! }),
    }
  }
  return null
}

export function CaseHead({ view, walk }: { view: CaseView; walk: Walk | null }) {
  const { t, lang } = useWords()
  const at = useNow()
  return (
    <header className="case-head">
      <div>
        <p className="case-head-line">
          <span>{view.number}</span>
          {view.foreignNumber !== null && (
            <span>{t(words.foreignNumber, { number: view.foreignNumber })}</span>
          )}
          <span>{wholePlace(view.place, lang)}</span>
          <span>{t(view.category)}</span>
          <span>
            {view.matter === null ? '' : `${t(matterWords[view.matter])} · `}
            {t(tierWords[view.tier])}
          </span>
          <Status {...mark(view)}>{t(stateWords[view.state])}</Status>
          {view.round > 1 && <span>{t(words.round, { n: view.round })}</span>}
        </p>
        <h1 className="k-title">
          {view.urgent && <Stamp />}
          {titleOf(view.text, view.category, lang)}
        </h1>
      </div>
      <div className="case-head-end">
        <p className="case-head-walk k-screen-only">
          <Link className="k-link" to={walk?.back ?? paths.desk.queues()}>
            ← {walk?.label ?? t(words.backToQueues)}
          </Link>
          {walk && (
            <>
              <span>{t(words.nth, { n: walk.nth })}</span>
              <Key>J</Key>
              <Key>K</Key>
            </>
          )}
        </p>
        {view.clock && (
          <Countdown
            face={faceOf(view.clock, at)}
            size="lead"
            note={t(clockKindWords[view.clock.kind])}
            announce
          />
        )}
        <Printed />
      </div>
    </header>
  )
}

function mark(view: CaseView) {
  const { name, tone } = shapeOf(view.state)
  return { shape: name, tone }
}

function Printed() {
  const { t } = useWords()
  const times = useTimes()
  return (
    <p className="case-print-only k-note">{t(words.printed, { time: times.dayTime(useNow()) })}</p>
  )
}
