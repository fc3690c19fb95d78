// 公开绩效: how a community, street or district does, for anybody: twelve whole months beside the twelve before, in plain
// words. What is too small to say is not here at all; no other place stands beside it.
import { useParams } from 'react-router'
import { sourceWords } from '#core/cases/words.ts'
import type { Source } from '#core/cases/case.ts'
import {
  type PerformanceView,
  type PublicFigure,
  readPerformance,
} from '#core/cockpit/contract-public.ts'
import { definitions } from '#core/cockpit/definitions.ts'
import { performanceWords as words } from '#core/cockpit/words-performance.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { useOpenOnPaper } from '#web/kit/folds.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Sparkline } from '#web/kit/ui/Sparkline.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Link } from 'react-router'
import { RefusalError } from '#web/kit/api.ts'
import { areaRefusals } from '../area-refusals.ts'
import { publicText } from './public-text.ts'
import './performance.css'

const groups = [
  [words.inTime, ['3d', '3b', '3c', '3a', '5', '3e']],
  [words.residentsSay, ['9a', '9b', '9c']],
  [words.lookedAt, ['4b', '4a', '12', '7', '8', '13']],
  [words.found, ['2', '11']],
] as const

export function PerformancePage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const found = useEndpoint(readPerformance, { code }, { staleTime: 600_000 })
  const up = paths.open.community(code)
  if (found.data) return <Read view={found.data} up={up} />
  const { error } = found
  return (
    <OpenPage title={t(words.title)} up={up}>
      <Part>
        {error instanceof RefusalError && error.refusal === 'not_published' ? (
          <Empty title={t(words.notPublished)} then={t(words.notPublishedThen)} />
        ) : error ? (
          <Problem error={error} refusals={areaRefusals} onRetry={() => void found.refetch()} />
        ) : (
          <Loading what={t(words.loading)} lines={6} />
        )}
      </Part>
    </OpenPage>
  )
}

function Read({ view, up }: { view: PerformanceView; up: string }) {
  const { t, lang } = useWords()
  const times = useTimes()
  useOpenOnPaper()
  const span = t(words.span, { from: times.date(view.from), to: times.date(view.to) })
  const name = nameOf(view.area, lang)
  const figure = (key: string) => view.figures.find((each) => each.key === key)
  const reported = figure('1')
  const all = reported?.value ?? null
  const lead =
    all === null ? t(words.leadHidden, { name }) : t(words.lead, { name, reported: count(all) })
  const aloud = () => `${span}。${lead}${t(words.basis)}`
  return (
    <OpenPage title={t(words.titleOf, { name })} up={up} aloud={aloud}>
      <Part>
        <p className="open-lead">{lead}</p>
        <p className="k-note">
          {span} · {t(words.basis)}
        </p>
        {reported && <Figure figure={reported} min={view.smallCell} />}
        <Sources view={view} />
        {view.area.level !== 'community' && <p className="k-note">{t(words.monthsBelow)}</p>}
      </Part>
      {groups.map(([title, keys]) => (
        <Part key={title.zh}>
          <SectionHeading>{t(title)}</SectionHeading>
          {keys.map((key) => {
            const one = figure(key)
            return one && <Figure key={key} figure={one} min={view.smallCell} />
          })}
        </Part>
      ))}
      <Sums view={view} />
      <Part>
        <p className="open-links">
          <Link className="k-link open-inline" to={paths.open.definitions()}>
            {t(words.howWeCount)}
          </Link>
          {view.area.level === 'community' && (
            <Link className="k-link open-inline" to={paths.open.data(view.area.code)}>
              {t(words.openData)}
            </Link>
          )}
        </p>
        <p className="k-note">{t(words.noLeague)}</p>
      </Part>
    </OpenPage>
  )
}

const shownCount = (n: number | null, t: Say): string => (n === null ? t(words.hidden) : count(n))

function Figure({ figure, min }: { figure: PublicFigure; min: number }) {
  const { t } = useWords()
  const d = definitions[figure.key]
  const { elder } = useSettings()
  const { value, of, past } = publicText(figure, min, t)
  const how = (
    <Link className="k-def" to={paths.open.definitions(figure.key)}>
      {t(words.how)}
    </Link>
  )
  // In large letters the answer stands, and what is behind it folds.
  if (elder !== null)
    return (
      <div className="performance-figure">
        <h3>{t(d.name)}</h3>
        <p className="performance-value">
          <b>{value}</b>
        </p>
        <details className="open-more">
          <summary>{t(words.more)}</summary>
          <p>{of}</p>
          <p>{past}</p>
          <p>{t(d.sentence)}</p>
          {how}
        </details>
      </div>
    )
  return (
    <div className="performance-figure">
      <h3>
        {t(d.name)}
        {how}
      </h3>
      <p className="performance-value">
        <b>{value}</b>
        <Sparkline points={figure.points} />
      </p>
      <p className="k-compact">{of}</p>
      <p className="k-note">{past}</p>
      <p className="k-compact k-sub">{t(d.sentence)}</p>
    </div>
  )
}

function Sources({ view }: { view: PerformanceView }) {
  const { t } = useWords()
  const rows = view.sources.filter(({ count: n, key }) => n !== 0 && key in sourceWords)
  if (rows.length === 0) return null
  return (
    <dl className="performance-rows">
      {rows.map(({ key, count: n }) => (
        <div key={key}>
          <dt>{t(sourceWords[key as Source])}</dt>
          <dd>{shownCount(n, t)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Sums({ view }: { view: PerformanceView }) {
  const { t } = useWords()
  const rows = [
    [words.now_open, view.now.open],
    [words.now_overdue, view.now.overdue],
    [words.now_suspended, view.now.suspended],
    [words.confirmed, view.answers.confirmed],
    [words.silent, view.answers.silent],
    [words.objected, view.answers.objected],
    ...view.sums.map(({ key, count: n }) => [words[`sum_${key}`], n] as const),
  ] as const
  return (
    <Part>
      <SectionHeading>{t(words.sums)}</SectionHeading>
      <p className="k-compact k-sub">{t(words.sumsBasis)}</p>
      <dl className="performance-rows">
        {rows.map(([label, n]) => (
          <div key={label.zh}>
            <dt>{t(label)}</dt>
            <dd>{shownCount(n, t)}</dd>
          </div>
        ))}
      </dl>
    </Part>
  )
}
