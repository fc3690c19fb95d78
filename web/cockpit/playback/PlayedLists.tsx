// Beside the map: how far the open cases were, what had happened by then, and the open cases themselves.
import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import type { State } from '#core/cases/case.ts'
import { stateWords } from '#core/cases/words.ts'
import type { PlaybackView } from '#core/cockpit/contract-playback.ts'
import type { Stood } from '#core/cockpit/playback.ts'
import { playbackWords as words } from '#core/cockpit/words-playback.ts'
import type { Words } from '#core/kit/words.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Shape } from '#web/kit/ui/Shape.tsx'
import { Stamp } from '#web/kit/ui/Status.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { shapeOf } from '../Happening.tsx'
import type { ChooseProps } from './PlayedMap.tsx'

const steps: readonly (readonly [words: Words, states: readonly State[]])[] = [
  [words.step_intake, ['REPORTED', 'VERIFYING', 'CONTESTED']],
  [words.step_give, ['ACCEPTED', 'TRIAGED', 'RETURNED', 'REOPENED']],
  [words.step_work, ['DISPATCHED', 'HANDLING', 'REWORK']],
  [words.step_check, ['HANDLED', 'PASSING_BACK', 'CHECKED']],
  [words.step_still, ['WAITING_REPORTER', 'SUSPENDED']],
]

/** Rows of the table at most, and lines of what happened. */
const rowsMax = 30
const linesMax = 7

export function PlayedLists(props: ChooseProps) {
  return (
    <div className="playback-side">
      <Steps {...props} />
      <Happened {...props} />
    </div>
  )
}

function useNames(view: PlaybackView) {
  const { t } = useWords()
  return useMemo(() => {
    const areas = new Map(view.areas.map((area) => [area.code, area]))
    const kinds = new Map(view.categories.map((one) => [one.code, one]))
    return {
      place: (code: string | null) => {
        const area = code === null ? undefined : areas.get(code)
        return area === undefined ? '' : t(area.name)
      },
      kind: (code: string) => t(kinds.get(code) ?? { zh: code, en: code }),
      inside: (code: string, of: string) => areas.get(code)?.within.includes(of) ?? false,
    }
  }, [view, t])
}

function Steps({ stand }: ChooseProps) {
  const { t } = useWords()
  const rows = steps.map(([label, states]) => {
    const n = stand.open.filter((one) => states.includes(one.state)).length
    return { label: t(label), n }
  })
  const most = Math.max(1, ...rows.map(({ n }) => n))
  return (
    <section>
      <SectionHeading>{t(words.howFar)}</SectionHeading>
      <ul className="playback-steps">
        {rows.map(({ label, n }) => (
          <li key={label}>
            <span>{label}</span>
            <i style={{ width: `${(60 * n) / most}%` }} aria-hidden="true" />
            <b>{count(n)}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Happened({ view, stand, chosen }: ChooseProps) {
  const { t } = useWords()
  const times = useTimes()
  const names = useNames(view)
  const lines = useMemo(
    () =>
      view.events
        .slice(0, stand.happened)
        .filter(({ area }) => area !== null && (chosen === null || names.inside(area, chosen)))
        .slice(-linesMax)
        .toReversed(),
    [view, stand.happened, chosen, names],
  )
  const all = { n: count(stand.happened), all: count(view.events.length) }
  return (
    <section className="playback-events">
      <SectionHeading end={t(words.eventsOf, all)}>{t(words.events)}</SectionHeading>
      {lines.length === 0 && <p className="k-note">{t(words.noEvents)}</p>}
      <ol className={view.events.length === 0 ? 'is-still' : ''}>
        {lines.map((event) => {
          const [shape, tone] = shapeOf(event)
          const one = view.cases[event.of]
          return (
            <li key={`${event.of} ${event.at} ${event.move}`}>
              <time dateTime={event.at}>{times.clock(event.at)}</time>
              <span className={`k-tone-${tone}`}>
                {one?.urgent ? <Stamp /> : <Shape name={shape} fraction={0.4} size={13} />}
              </span>
              <Named number={one?.number ?? null}>
                <b>{names.kind(one?.category ?? '')}</b>
                <span>
                  {names.place(event.area)} · {t(event.sentence)}
                </span>
              </Named>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Named({ number, children }: { number: string | null; children: ReactNode }) {
  const { t } = useWords()
  if (number === null) return <span title={t(words.noNumber)}>{children}</span>
  return <Link to={paths.desk.case(number)}>{children}</Link>
}

export function OpenList({ view, stand, chosen, onChoose }: ChooseProps) {
  const { t } = useWords()
  const names = useNames(view)
  const here = stand.open.filter(({ area }) => chosen === null || names.inside(area, chosen))
  return (
    <section className="playback-open">
      <SectionHeading
        end={
          chosen === null
            ? here.length > rowsMax && t(words.openMore, { n: rowsMax })
            : t(words.onlyOf, { area: names.place(chosen) || nameOfChild(view, chosen) })
        }
      >
        {t(words.openList, { n: count(here.length) })}
      </SectionHeading>
      {chosen !== null && (
        <Button look="quiet" onClick={() => onChoose(null)}>
          {t(words.showAll)}
        </Button>
      )}
      <Table
        caption={t(words.openList, { n: here.length })}
        rows={here.slice(0, rowsMax)}
        rowKey={(one) => String(one.of)}
        compact
        columns={[
          {
            key: 'matter',
            head: t(words.matter),
            cell: (one) => <Matter one={one} names={names} />,
          },
          { key: 'place', head: t(words.place), cell: (one) => names.place(one.area) },
          {
            key: 'state',
            head: t(words.state),
            cell: (one) => (
              <>
                {t(stateWords[one.state])}
                {one.overdue && <b className="k-zhu"> · {t(words.late)}</b>}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

const nameOfChild = (view: PlaybackView, code: string): string =>
  view.children.find((child) => child.code === code)?.name ?? code

function Matter({ one, names }: { one: Stood; names: ReturnType<typeof useNames> }) {
  return (
    <Named number={one.number}>
      {one.urgent && <Stamp />} {names.kind(one.category)}
      {one.number !== null && <small>{one.number}</small>}
    </Named>
  )
}
