// The parts of a theme that residents and staff read alike: goals with where they stand, measures, evaluations, and what
// became of an adopted practice.
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { GoalView, ThemeView } from '#core/themes/contract-programme.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { yuan } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Seal } from '#web/kit/ui/Seal.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { atDay, digestShown, figureOf } from './DecisionRecord.tsx'
import { programmeWords as words } from './words-programme.ts'

// Residents read the programme; its keepers change it.
const EndMeasure = lazy(async () => ({
  default: (await import('./ProgrammeForms.tsx')).EndMeasure,
}))

type Measured = GoalView['now']

/** 34.1（31.2–37.1）: the estimate, and its interval where something was sampled. */
export function Reading({ of }: { of: Measured }) {
  if (of === null) return <>–</>
  const interval =
    of.low === null || of.high === null ? '' : `（${figureOf(of.low)}–${figureOf(of.high)}）`
  return (
    <>
      {figureOf(of.value)}
      {interval !== '' && <small className="k-note">{interval}</small>}
    </>
  )
}

export function Goals({ theme }: { theme: ThemeView }) {
  const { t } = useWords()
  const times = useTimes()
  if (theme.goals.length === 0) return <p className="k-why">{t(words.noGoals)}</p>
  return (
    <Table
      caption={t(words.goals)}
      rows={theme.goals}
      rowKey={(goal) => goal.id}
      columns={[
        {
          key: 'text',
          head: t(words.goal),
          cell: (goal) => (
            <>
              {goal.text}（{goal.unit}）
              {goal.criterion && <span className="k-note"> · {t(words.criterion)}</span>}
              <br />
              <small className="k-note">
                {t(words.howBaseline, { how: goal.baselineHow })}
                {goal.earlier[0] !== undefined &&
                  ` · ${t(words.changedGoal, { target: goal.earlier.at(-1)?.target ?? '', day: times.day(atDay(goal.earlier.at(-1)?.dueOn ?? '')), reason: goal.reason })}`}
              </small>
            </>
          ),
        },
        {
          key: 'base',
          head: t(words.baseline),
          figure: true,
          cell: (goal) => <Base goal={goal} />,
        },
        {
          key: 'target',
          head: t(words.aim),
          figure: true,
          cell: (goal) => (
            <>
              {figureOf(goal.target)}
              <small className="k-note">{t(words.by, { day: times.day(atDay(goal.dueOn)) })}</small>
            </>
          ),
        },
        {
          key: 'now',
          head: t(words.now),
          figure: true,
          cell: (goal) =>
            goal.now === null ? (
              <small className="k-note">{t(words.notMeasured)}</small>
            ) : (
              <>
                <b>
                  <Reading of={goal.now} />
                </b>
                <small className="k-note">
                  {t(goal.reached ? words.reached : words.notReached)}
                </small>
              </>
            ),
        },
      ]}
    />
  )
}

function Base({ goal }: { goal: GoalView }) {
  if (goal.baseline === null) return <>–</>
  const of = {
    value: goal.baseline,
    low: goal.baselineLow,
    high: goal.baselineHigh,
    num: null,
    den: null,
  }
  return <Reading of={of} />
}

export function Measures({ theme, editable = false }: { theme: ThemeView; editable?: boolean }) {
  const { t } = useWords()
  const times = useTimes()
  if (theme.measures.length === 0) return <p className="k-why">{t(words.noMeasures)}</p>
  return (
    <ul className="th-plain">
      {theme.measures.map((each) => (
        <li key={each.id}>
          <span className="k-note">{t(words.measureKinds[each.kind])}</span> {each.text}
          {each.amountFen !== null && (
            <span className="k-note"> · {t(words.yuan, { yuan: yuan(each.amountFen) })}</span>
          )}
          {each.untilOn !== null ? (
            <span className="k-zhe">
              {' '}
              {t(words.until, {
                day: times.day(atDay(each.untilOn)),
                reason: each.endReason ?? '',
              })}
            </span>
          ) : (
            editable && (
              <Suspense fallback={null}>
                <EndMeasure theme={theme} measureId={each.id} />
              </Suspense>
            )
          )}
        </li>
      ))}
    </ul>
  )
}

export function Evaluations({ theme, open = false }: { theme: ThemeView; open?: boolean }) {
  const { t } = useWords()
  const times = useTimes()
  return theme.evaluations.map((each) => (
    <section className="th-block" key={each.id}>
      <SectionHeading
        end={t(words.evaluated, {
          from: times.day(atDay(each.fromOn)),
          to: times.day(atDay(each.toOn)),
        })}
      >
        {t(words.evaluation)}
      </SectionHeading>
      {open ? (
        <Results results={each.results} />
      ) : (
        <Table
          caption={t(words.evaluation)}
          rows={each.results}
          rowKey={(row) => row.goalId}
          columns={[
            { key: 'text', head: t(words.goal), cell: (row) => `${row.text}（${row.unit}）` },
            {
              key: 'before',
              head: t(words.before),
              figure: true,
              cell: (row) => <Reading of={row.before} />,
            },
            {
              key: 'after',
              head: t(words.after),
              figure: true,
              cell: (row) => <Reading of={row.after} />,
            },
            { key: 'aim', head: t(words.aim), figure: true, cell: (row) => figureOf(row.target) },
            { key: 'change', head: t(words.change), cell: (row) => t(words.changes[row.change]) },
            {
              key: 'reached',
              head: '',
              cell: (row) => (
                <span className={row.reached === false ? 'k-zhe' : ''}>
                  {row.reached !== null && t(row.reached ? words.reachedAim : words.missedAim)}
                </span>
              ),
            },
          ]}
        />
      )}
      <div className="th-seal">
        <Seal characters={each.whole ? '评估属实' : null} size={76} />
        <p>
          <b>{t(words.conclusion)}</b>
          <br />
          {each.conclusion}
          <br />
          SHA-256 {digestShown(each.sha256)}
        </p>
      </div>
    </section>
  ))
}

/** The same in one column: what was looked at, from where to where, and in words whether it was reached. */
function Results({ results }: { results: ThemeView['evaluations'][number]['results'] }) {
  const { t } = useWords()
  return (
    <ul className="th-plain">
      {results.map((row) => (
        <li key={row.goalId} className="open-goal">
          <b>{row.text}</b>
          <span>
            {t(words.before)} <Reading of={row.before} /> → {t(words.after)}{' '}
            <Reading of={row.after} /> · {t(words.aim)} {figureOf(row.target)} {row.unit}
          </span>
          <span>
            {t(words.changes[row.change])}
            {row.reached !== null && ` · ${t(row.reached ? words.reachedAim : words.missedAim)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

type From = NonNullable<ThemeView['adoptedFrom']>

export function Adopted({ from }: { from: From }) {
  const { t } = useWords()
  const title = t(words.adopted, { name: from.community.name, theme: t(from.name) })
  return (
    <section className="th-block">
      <SectionHeading>{title}</SectionHeading>
      <Table
        caption={title}
        rows={[...from.goals, ...from.measures].map((row, i) => ({ ...row, key: String(i) }))}
        rowKey={(row) => row.key}
        columns={[
          { key: 'was', head: '', cell: (row) => t(words.was[row.was]) },
          {
            key: 'from',
            head: from.community.name,
            cell: (row) => row.from ?? (row.was === 'kept' ? row.text : '–'),
          },
          { key: 'text', head: t(words.here), cell: (row) => row.text ?? '–' },
        ]}
      />
    </section>
  )
}

export function AdoptedBy({ theme, open = false }: { theme: ThemeView; open?: boolean }) {
  const { t, lang } = useWords()
  if (theme.adoptedBy.length === 0) return null
  return (
    <p className="th-block">
      {t(words.adoptedBy)}
      {theme.adoptedBy.map((each, i) => (
        <span key={each.themeId}>
          {i > 0 && (lang === 'zh' ? '、' : ', ')}
          <Link
            className="k-link"
            to={open ? paths.open.theme(each.community.code) : paths.desk.theme(each.themeId)}
          >
            {each.community.name}
          </Link>
        </span>
      ))}
    </p>
  )
}
