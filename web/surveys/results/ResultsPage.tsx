// Results on the desk: weighted or as received, question by question, by the groups of another; and publishing them.
import { useEffect, useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { type ResultsView, readCrossTab, readResults } from '#core/surveys/contract-results.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink, Key } from '#web/kit/ui/Button.tsx'
import { ChipSelect, Chips } from '#web/kit/ui/Chip.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Switch } from './OpenResultsPage.tsx'
import { Publications } from './Publications.tsx'
import { type Crossing, PublishDialog } from './PublishDialog.tsx'
import { ResultTable } from './ResultTable.tsx'
import { resultRefusals, resultWords as words } from './words-results.ts'

export function ResultsPage() {
  const { t, lang } = useWords()
  const id = useParams()['id'] ?? ''
  const [search] = useSearchParams()
  const found = useEndpoint(readResults, { id, ...chosenIn(search) }, { keepPrevious: true })
  const back = (
    <Link className="k-link" to={paths.desk.survey(id)}>
      {t(words.back)}
    </Link>
  )
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

/** Version and weights stand in the address; without them the latest of both. */
function chosenIn(search: URLSearchParams): { scheme?: number; version?: number } {
  const number = (key: string) => {
    const value = search.get(key)
    return value === null || !/^\d+$/.test(value) ? undefined : Number(value)
  }
  const [scheme, version] = [number('scheme'), number('version')]
  return { ...(scheme !== undefined && { scheme }), ...(version !== undefined && { version }) }
}

function Read({ id, results }: { id: string; results: ResultsView }) {
  const { t } = useWords()
  const [plain, setPlain] = useState(false)
  const [twin, setTwin] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const [crossed, setCrossed] = useState<Crossing | null>(null)
  useKeys({ t: () => setTwin((was) => !was) })
  const { sheets, frame, effective, threshold, scheme } = results
  const weighted = results.weighted && !plain
  const came = { sheets: count(sheets), frame: count(frame ?? 0) }
  return (
    <div className="res-desk">
      <p className="res-facts">
        <span>{t(frame === null ? words.answered : words.ofFrame, came)}</span>
        <span>{t(words.effective, { n: count(effective) })}</span>
        <span>{scheme === null ? t(words.weightsNone) : t(words.weightsOf, { n: scheme })}</span>
      </p>
      <Choices results={results} />
      <div className="res-tools">
        {results.weighted && <Switch weighted={weighted} onChange={(to) => setPlain(!to)} />}
        <Button aria-pressed={twin} onClick={() => setTwin(!twin)}>
          {t(twin ? words.asBars : words.asTable)} <Key>T</Key>
        </Button>
        <ButtonLink look="quiet" to={paths.desk.surveyWeights(id)}>
          {t(words.toWeights)}
        </ButtonLink>
        {results.texts.length > 0 && (
          <ButtonLink look="quiet" to={paths.desk.surveyTopics(id)}>
            {t(words.toTopics)}
          </ButtonLink>
        )}
      </div>
      {!twin && <p className="res-note">{t(words.key)}</p>}
      <Crossed {...{ id, results, weighted, twin }} onTable={setCrossed} />
      {results.tables.map((table) => (
        <ResultTable key={table.key} {...{ table, weighted, threshold, twin }} />
      ))}
      <Publications id={id} />
      <div className="res-end">
        <Button look="pri" onClick={() => setPublishing(true)}>
          {t(words.publishTitle)}
        </Button>
      </div>
      {publishing && (
        <PublishDialog {...{ id, results, crossed }} onClose={() => setPublishing(false)} />
      )}
    </div>
  )
}

function Choices({ results: { scheme, schemes, version, versions } }: { results: ResultsView }) {
  const { t } = useWords()
  const [, change] = useChoices()
  if (schemes.length === 0 && versions.length < 2) return null
  const choose = (key: string) => (value: string | null) => change({ [key]: value })
  return (
    <Chips label={t(words.weightsBy)}>
      {schemes.length > 0 && (
        <ChipSelect
          name={t(words.weightsBy)}
          value={String(scheme ?? 0)}
          any={t(words.latest)}
          onChange={choose('scheme')}
          options={[0, ...schemes].map((n) => ({
            value: String(n),
            label: n === 0 ? t(words.weightsNone) : t(words.weightsOf, { n }),
          }))}
        />
      )}
      {versions.length > 1 && (
        <ChipSelect
          name={t(words.versionBy)}
          value={String(version)}
          any={t(words.latest)}
          onChange={choose('version')}
          options={versions.map((n) => ({
            value: String(n),
            label: t(words.versionOf, { n }),
          }))}
        />
      )}
    </Chips>
  )
}

type CrossedProps = {
  id: string
  results: ResultsView
  weighted: boolean
  twin: boolean
  onTable: (crossed: Crossing | null) => void
}

/** The pair stands in the address, so that a colleague sees the same table. */
function Crossed({ id, results, weighted, twin, onTable }: CrossedProps) {
  const { t, lang } = useWords()
  const [search, change] = useChoices()
  const row = search.get('row') ?? ''
  const group = search.get('group') ?? ''
  const chosen = row !== '' && group !== '' && row !== group
  const table = useEndpoint(
    readCrossTab,
    { id, row, group, ...chosenIn(search) },
    { enabled: chosen, keepPrevious: true },
  )
  const found = chosen ? (table.data ?? null) : null
  useEffect(() => {
    onTable(found === null ? null : { row, group, table: found })
  }, [found, row, group, onTable])
  const choose = (key: 'row' | 'group') => (event: { target: { value: string } }) =>
    change({ [key]: event.target.value })
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
        <ResultTable
          table={table.data}
          weighted={weighted}
          threshold={results.threshold}
          twin={twin}
        />
      )}
    </section>
  )
}
