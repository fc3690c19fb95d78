// Results on the desk: weighted or as received, question by question, by the groups of another; and publishing them.
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import {
  type ResultsView,
  listPublications,
  publishResults,
  readCrossTab,
  readResults,
} from '#core/surveys/contract-results.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { AskDialog } from '#web/kit/ui/AskDialog.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Switch } from './OpenResultsPage.tsx'
import { ResultTable } from './ResultTable.tsx'
import { resultRefusals, resultWords as words } from './words-results.ts'

export function ResultsPage() {
  const { t, lang } = useWords()
  const id = useParams()['id'] ?? ''
  const found = useEndpoint(readResults, { id }, { keepPrevious: true })
  const back = <Link to={paths.desk.survey(id)}>{t(words.back)}</Link>
  if (found.data)
    return (
      <Room
        crumb={back}
        title={found.data.title[lang] || found.data.title.zh}
        sub={t(words.deskTitle)}
      >
        <Read id={id} results={found.data} />
      </Room>
    )
  return (
    <Room crumb={back} title={t(words.deskTitle)}>
      {found.error ? (
        <Problem
          error={found.error}
          refusals={resultRefusals}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <Loading what={t(words.fetching)} lines={8} />
      )}
    </Room>
  )
}

function Read({ id, results }: { id: string; results: ResultsView }) {
  const { t } = useWords()
  const [weighted, setWeighted] = useState(results.weighted)
  const [publishing, setPublishing] = useState(false)
  const { sheets, frame, effective, threshold, scheme } = results
  const came = { sheets: count(sheets), frame: count(frame ?? 0) }
  return (
    <div className="res-desk">
      <p className="res-facts">
        <span>{t(frame === null ? words.answered : words.ofFrame, came)}</span>
        <span>{t(words.effective, { n: count(effective) })}</span>
        {scheme !== null && <span>{t(words.weightsOf, { n: scheme })}</span>}
      </p>
      {results.weighted && <Switch weighted={weighted} onChange={setWeighted} />}
      <p className="res-note">{t(words.key)}</p>
      <Crossed id={id} results={results} weighted={weighted} />
      {results.tables.map((table) => (
        <ResultTable key={table.key} table={table} weighted={weighted} threshold={threshold} />
      ))}
      <div className="res-end">
        <Button look="pri" onClick={() => setPublishing(true)}>
          {t(words.publishTitle)}
        </Button>
      </div>
      {publishing && (
        <PublishDialog id={id} results={results} onClose={() => setPublishing(false)} />
      )}
    </div>
  )
}

/** The pair stands in the address, so that a colleague sees the same table. */
function Crossed({
  id,
  results,
  weighted,
}: {
  id: string
  results: ResultsView
  weighted: boolean
}) {
  const { t, lang } = useWords()
  const [search, setSearch] = useSearchParams()
  const row = search.get('row') ?? ''
  const group = search.get('group') ?? ''
  const chosen = row !== '' && group !== '' && row !== group
  const table = useEndpoint(
    readCrossTab,
    { id, row, group },
    { enabled: chosen, keepPrevious: true },
  )
  const choose = (key: 'row' | 'group') => (event: { target: { value: string } }) => {
    const next = new URLSearchParams(search)
    next.set(key, event.target.value)
    setSearch(next, { replace: true })
  }
  const options = results.tables.map(({ key, title }) => (
    <option key={key} value={key}>
      {title[lang] || title.zh}
    </option>
  ))
  return (
    <section className="res-block">
      <SectionHeading>{t(words.crossTitle)}</SectionHeading>
      <div className="res-facts">
        {(['row', 'group'] as const).map((key) => (
          <label key={key} className="res-choice">
            {t(words[key])}
            <select value={key === 'row' ? row : group} onChange={choose(key)}>
              <option value="">–</option>
              {options}
            </select>
          </label>
        ))}
      </div>
      {chosen && table.error && (
        <Problem
          error={table.error}
          refusals={resultRefusals}
          onRetry={() => void table.refetch()}
        />
      )}
      {chosen && table.data && (
        <ResultTable table={table.data} weighted={weighted} threshold={results.threshold} />
      )}
    </section>
  )
}

/** A decision of people: who decided and why is written; tables are all questions and the pair that is looked at. */
function PublishDialog({
  id,
  results,
  onClose,
}: {
  id: string
  results: ResultsView
  onClose: () => void
}) {
  const { t } = useWords()
  const [search] = useSearchParams()
  const [decidedBy, setDecidedBy] = useState('')
  const [reason, setReason] = useState('')
  const publish = useCommand(publishResults, { refresh: [listPublications] })
  const [row, group] = [search.get('row'), search.get('group')]
  const pair = row && group && row !== group ? [{ row, group }] : []
  const tables = [...results.tables.map(({ key }) => ({ row: key, group: null })), ...pair]
  const { version, scheme } = results
  const missing = [
    ...(decidedBy.trim().length < 2 ? [t(words.decidedBy)] : []),
    ...(reason.trim().length < 2 ? [t(words.reason)] : []),
  ]
  const [tried, setTried] = useState(false)
  if (publish.data)
    return (
      <AskDialog
        title={t(words.publishTitle)}
        verb={t(words.back)}
        onSubmit={onClose}
        onClose={onClose}
      >
        <p>{t(words.published, { n: publish.data.number, hidden: publish.data.hidden })}</p>
        <a href={paths.open.surveyResults(id)}>{t(words.seePublic)}</a>
      </AskDialog>
    )
  return (
    <AskDialog
      title={t(words.publishTitle)}
      says={t(words.publishSo)}
      verb={t(words.publish, { n: tables.length })}
      busy={publish.isPending}
      missing={tried ? missing : []}
      error={publish.error}
      refusals={resultRefusals}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        if (missing.length === 0) publish.mutate({ id, version, scheme, tables, decidedBy, reason })
      }}
    >
      <label className="res-choice">
        {t(words.decidedBy)}
        <input
          value={decidedBy}
          onChange={(event) => setDecidedBy(event.target.value)}
          maxLength={200}
        />
        <small className="res-note">{t(words.decidedByHint)}</small>
      </label>
      <label className="res-choice">
        {t(words.reason)}
        <input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />
      </label>
    </AskDialog>
  )
}
