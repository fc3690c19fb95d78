// 三事分流 for anybody: whose a matter is, by which law, who does it and by when. Searched by word, printed whole.
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type Matter, matters } from '#core/cases/case.ts'
import { type FlowView, readFlows } from '#core/cases/contract-flows.ts'
import { limitWords } from '#core/cases/words-limits.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useChoices } from '#web/kit/choices.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Chip, Chips } from '#web/kit/ui/Chip.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { flowsWords as words, limitFromWords, matterSays } from './words-flows.ts'
import '#web/kit/ui/field.css'
import './flows.css'

type Board = OutputOf<typeof readFlows>

export function FlowsPage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const found = useEndpoint(readFlows, { code }, { staleTime: 600_000 })
  const up = paths.open.community(code)
  if (found.data) return <Read view={found.data} code={code} up={up} />
  return (
    <OpenPage title={t(words.link)} up={up}>
      <Part>
        {found.error ? (
          <Problem
            error={found.error}
            refusals={refusalWords}
            onRetry={() => void found.refetch()}
          />
        ) : (
          <Loading what={t(words.fetching)} lines={8} />
        )}
      </Part>
    </OpenPage>
  )
}

/** What is searched and shown stands in the address: a link to it can be passed on. */
function useAsked() {
  const [search, choose] = useChoices()
  const set = (key: string, value: string | null) => choose({ [key]: value })
  const matter = matters.find((each) => each === search.get('matter')) ?? null
  return { q: search.get('q') ?? '', matter, set }
}

function fits(item: FlowView, q: string, matter: Matter | null): boolean {
  if (matter !== null && item.matter !== matter) return false
  const asked = q.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const text = [
    item.name.zh,
    item.name.en,
    item.branch.zh,
    item.branch.en,
    item.filing.zh,
    item.filing.en,
    ...item.keywords,
  ]
    .join(' ')
    .toLowerCase()
  return asked.every((word) => text.includes(word))
}

function Read({ view, code, up }: { view: Board; code: string; up: string }) {
  const { t } = useWords()
  const times = useTimes()
  const asked = useAsked()
  const rows = view.items.filter((item) => fits(item, asked.q, asked.matter))
  const searching = asked.q.trim() !== ''
  const aloud = () =>
    [
      t(words.lead),
      ...matters.map((each) => `${t(matterSays[each].name)}，${t(matterSays[each].says)}`),
    ].join('。')
  return (
    <OpenPage title={t(words.title, { name: t(view.areaName) })} up={up} aloud={aloud}>
      <Part>
        <p className="open-lead">{t(words.lead)}</p>
        <dl className="flows-three">
          {matters.map((each) => (
            <div key={each}>
              <dt>{t(matterSays[each].name)}</dt>
              <dd>{t(matterSays[each].says)}</dd>
            </div>
          ))}
        </dl>
        <div className="flows-search k-screen-only">
          <input
            className="k-input"
            type="search"
            aria-label={t(words.search)}
            placeholder={t(words.search)}
            value={asked.q}
            onChange={(event) => asked.set('q', event.target.value)}
          />
          <Chips label={t(words.which)}>
            <Chip on={asked.matter === null} onClick={() => asked.set('matter', null)}>
              {t(words.all)}
            </Chip>
            {matters.map((each) => (
              <Chip
                key={each}
                on={asked.matter === each}
                onClick={() => asked.set('matter', asked.matter === each ? null : each)}
              >
                {t(matterSays[each].name)}
              </Chip>
            ))}
          </Chips>
        </div>
        <p className="k-note" role="status">
          {t(rows.length === 1 ? words.foundOne : words.found, { n: rows.length })} ·{' '}
          {t(words.asOf, { day: times.date(view.day) })}
        </p>
      </Part>
      {rows.length === 0 ? (
        <Empty title={t(words.none)} then={t(words.noneThen)} />
      ) : (
        <Branches rows={rows} code={code} openAll={searching} />
      )}
      <Part tone="raised">
        <SetBy view={view} />
        <p className="k-screen-only">
          <Button icon="printer" onClick={() => window.print()}>
            {t(words.print)}
          </Button>
        </p>
      </Part>
    </OpenPage>
  )
}

function SetBy({ view }: { view: Board }) {
  const { t } = useWords()
  const times = useTimes()
  const say = (
    set: Board['tierTimes'],
    sentence: typeof words.tierTimes | typeof words.categoryTimes,
  ) =>
    set && (
      <p className="k-note">{t(sentence, { area: t(set.area), day: times.date(set.since) })}</p>
    )
  return (
    <>
      {say(view.categoryTimes, words.categoryTimes)}
      {say(view.tierTimes, words.tierTimes)}
    </>
  )
}

type BranchesProps = { rows: FlowView[]; code: string; openAll: boolean }

/** By the branches of the catalogue, closed until one is asked for; on paper all of them are open. */
function Branches({ rows, code, openAll }: BranchesProps) {
  const { t } = useWords()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const names = [...new Set(rows.map((row) => row.branch.zh))]
  const toggle = (name: string) =>
    setOpen((was) => {
      const next = new Set(was)
      if (!next.delete(name)) next.add(name)
      return next
    })
  return names.map((name) => {
    const here = rows.filter((row) => row.branch.zh === name)
    const isOpen = openAll || open.has(name)
    const [first] = here
    return (
      <section key={name} className={`open-part flows-branch${isOpen ? '' : ' is-shut'}`}>
        <h2>
          <button type="button" aria-expanded={isOpen} onClick={() => toggle(name)}>
            <span>{first && t(first.branch)}</span>
            <span className="k-note">
              {here.length}
              <Icon name={isOpen ? 'up' : 'chevron'} size={18} />
            </span>
          </button>
        </h2>
        <ul>
          {here.map((row) => (
            <Line key={row.code} row={row} code={code} />
          ))}
        </ul>
      </section>
    )
  })
}

function Line({ row, code }: { row: FlowView; code: string }) {
  const { t } = useWords()
  const limit = t(limitWords(row.limit))
  const own = row.matter === 'private'
  const facts = [
    [words.body, t(row.body)],
    [
      words.by,
      `${limit} · ${t(limitFromWords[row.limitFrom])}${row.urgent ? ` · ${t(words.urgent)}` : ''}`,
    ],
    [words.basis, t(row.basis ?? words.noBasis)],
    [words.filing, t(row.filing)],
    [own ? words.guidance : words.counts, t(row.closing)],
  ] as const
  return (
    <li>
      <h3>
        {t(row.name)} <span className="k-note">{t(matterSays[row.matter].name)}</span>
      </h3>
      <dl className="flows-facts">
        {facts.map(([name, said]) => (
          <div key={name.zh}>
            <dt>{t(name)}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {own && <p className="k-compact">{t(words.next, { limit })}</p>}
      <p className="k-screen-only">
        <Link className="k-link open-inline" to={paths.open.report(code)}>
          {t(words.say)}
        </Link>
      </p>
    </li>
  )
}
