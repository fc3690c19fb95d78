// What people said, as it was published: how many answered, how it was corrected, what was hidden and why, then question
// by question. In elder mode larger, and all of it can be read aloud.
import { useState } from 'react'
import { useParams } from 'react-router'
import {
  type PublishedView,
  downloadPublished,
  readPublished,
} from '#core/surveys/contract-results.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { RefusalError } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { ResultTable, shareText } from './ResultTable.tsx'
import { resultRefusals, resultWords as words } from './words-results.ts'

export function OpenResultsPage() {
  const { t } = useWords()
  const id = useParams()['id'] ?? ''
  const found = useEndpoint(readPublished, { id })
  if (found.data) return <Published id={id} results={found.data} />
  return (
    <OpenPage title={t(words.deskTitle)} up={paths.open.home()}>
      <Part>
        {found.error ? (
          <Absent error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loading what={t(words.fetching)} lines={6} />
        )}
      </Part>
    </OpenPage>
  )
}

function Absent({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  const refusal = error instanceof RefusalError ? error.refusal : null
  if (refusal === 'not_published')
    return <Empty title={t(words.notYet)} then={t(words.notYetThen)} />
  if (refusal === 'withdrawn' && error instanceof RefusalError) {
    const { reason = '' } = (error.current ?? {}) as { reason?: string }
    return <Empty title={t(words.takenBack)} then={t(words.takenBackSo, { reason })} />
  }
  return <Problem error={error} refusals={resultRefusals} onRetry={onRetry} />
}

function Published({ id, results }: { id: string; results: PublishedView }) {
  const { t, lang } = useWords()
  const [weighted, setWeighted] = useState(results.weighted)
  const [twin, setTwin] = useState(false)
  const title = t(words.titleOpen, { title: results.title[lang] || results.title.zh })
  const facts = useFacts(results)
  const said = results.tables
    .filter(({ by }) => by === null)
    .slice(0, 8)
    .flatMap((table) => {
      const top = table.lines
        .flatMap(({ label, cells }) =>
          cells[0] == null ? [] : [{ label, share: cells[0].weighted[0]! }],
        )
        .toSorted((a, b) => b.share - a.share)[0]
      const share = top === undefined ? '' : shareText(top.share, table.groups[0]?.n ?? null)
      return top === undefined
        ? []
        : [t(words.chart, { title: table.title[lang], top: top.label[lang], share })]
    })
  return (
    <OpenPage
      title={title}
      up={paths.open.surveys(results.area.code)}
      aloud={() => [...facts, ...said].join('。')}
    >
      <Part>
        {facts.map((fact) => (
          <p key={fact}>{fact}</p>
        ))}
        {results.weighted && <Switch weighted={weighted} onChange={setWeighted} />}
        <div className="res-facts">
          <Button aria-pressed={twin} onClick={() => setTwin(!twin)}>
            {t(twin ? words.asBars : words.asTable)}
          </Button>
        </div>
        {!twin && <p className="res-note">{t(words.key)}</p>}
      </Part>
      <Part>
        {results.tables.map((table) => (
          <ResultTable
            key={table.key}
            table={table}
            weighted={weighted}
            threshold={results.threshold}
            twin={twin}
          />
        ))}
        <p>
          <a href={downloadPublished.path.replace(':id', encodeURIComponent(id))} download>
            {t(words.download)}
          </a>
        </p>
      </Part>
    </OpenPage>
  )
}

/** Who answered, how it was corrected, what is hidden, who decided: in sentences. */
function useFacts(r: PublishedView): string[] {
  const { t, lang } = useWords()
  const { day } = useTimes()
  const { sheets, frame, threshold, hidden, decidedBy, reason, at } = r
  const by = r.weighedBy.map(({ title }) => title[lang]).join('、')
  const came = { sheets: count(sheets), frame: count(frame ?? 0) }
  return [
    t(frame === null ? words.answered : words.ofFrame, came),
    ...(r.weighted ? [t(words.weightedSo, { by, effective: count(r.effective) })] : []),
    ...(r.answersBy === 'anyone' ? [t(words.anyoneSo)] : []),
    hidden === 0 ? t(words.nothingHidden) : t(words.hiddenSo, { threshold, hidden: count(hidden) }),
    t(words.decided, { by: decidedBy, day: day(at), reason }),
  ]
}

export function Switch({
  weighted,
  onChange,
}: {
  weighted: boolean
  onChange: (to: boolean) => void
}) {
  const { t } = useWords()
  return (
    <div className="res-facts" role="group">
      {[true, false].map((is) => (
        <Button
          key={String(is)}
          look={weighted === is ? 'plain' : 'quiet'}
          aria-pressed={weighted === is}
          onClick={() => onChange(is)}
        >
          {t(is ? words.weighted : words.plain)}
        </Button>
      ))}
    </div>
  )
}
