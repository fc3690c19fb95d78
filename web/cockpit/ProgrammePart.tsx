// Below the work on cases: what was asked of residents, what took place at the centres, how people feel, and how far
// the theme has come. Comes by itself, so that the figures above wait for nothing.
import type { ProgrammeFigures } from '#core/cockpit/contract-programme.ts'
import { getProgrammeFigures } from '#core/cockpit/contract-programme.ts'
import {
  type ProgrammeKey,
  programmeDefinitions,
  programmeVersion,
  programmeWords as words,
} from '#core/cockpit/words-programme.ts'
import { type Say, useWords } from '#web/kit/language.ts'
import { count, fraction, percent } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { type Definition, FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Feelings } from './Feelings.tsx'
import { cockpitRefusals } from './refusals.ts'
import { Themes } from './Themes.tsx'
import type { Where } from './where.ts'
import './programme.css'

export function ProgrammePart({ where }: { where: Where }) {
  const { t } = useWords()
  const asked = { area: where.code, period: where.period }
  const found = useEndpoint(getProgrammeFigures, asked, { keepPrevious: true })
  if (found.data !== undefined) return <Read view={found.data} />
  return (
    <section className="cockpit-programme">
      {found.error ? (
        <Problem
          error={found.error}
          refusals={cockpitRefusals}
          onRetry={() => void found.refetch()}
        />
      ) : (
        <Loading what={t(words.loading)} lines={3} />
      )}
    </section>
  )
}

function Read({ view }: { view: ProgrammeFigures }) {
  const { t } = useWords()
  const { sessions, personTimes } = view
  const heading =
    sessions.value === 0
      ? t(words.heading)
      : t(words.headingHeld, { sessions: count(sessions.value), times: count(personTimes.value) })
  return (
    <section className="cockpit-programme">
      <SectionHeading end={t(words.basis)}>{heading}</SectionHeading>
      <div className="cockpit-figure-row cockpit-figure-row-4">
        <Returned view={view} />
        <FigureBlock
          name={t(programmeDefinitions['17a'].name)}
          value={count(sessions.value)}
          unit={t(words.times)}
          fraction={t(words.counted, { n: count(personTimes.counted) })}
          past={pastOf(sessions.past, t)}
          points={sessions.points}
          definition={definitionOf('17a', t, paths.desk.centre(view.area.code))}
        />
        <FigureBlock
          name={t(programmeDefinitions['17b'].name)}
          value={count(personTimes.value)}
          unit={t(words.personTimes)}
          fraction={t(words.counted, { n: count(personTimes.counted) })}
          past={pastOf(personTimes.past, t)}
          points={personTimes.points}
          definition={definitionOf('17b', t, paths.desk.centre(view.area.code))}
        />
        <Rooms view={view} />
      </div>
      <div className="k-columns cockpit-programme-below">
        <Feelings feelings={view.feelings} />
        <Themes themes={view.themes} />
      </div>
    </section>
  )
}

const pastOf = (past: number, t: Say): string =>
  past === 0 ? t(words.pastNone) : t(words.past, { value: count(past) })

function definitionOf(key: ProgrammeKey, t: Say, to?: string): Definition {
  const d = programmeDefinitions[key]
  return {
    sentence: t(d.sentence),
    formula: t(d.formula),
    leftOut: t(d.leftOut),
    version: programmeVersion,
    owner: t(d.owner),
    whatToDo: t(d.whatToDo),
    more: paths.desk.definitions(key),
    ...(to !== undefined && { to }),
  }
}

function Returned({ view }: { view: ProgrammeFigures }) {
  const { t } = useWords()
  const { surveys, fraction: returned, past } = view.returned
  const parts = { numerator: returned.num, denominator: returned.den }
  const shown = percent(parts)
  const before = percent({ numerator: past.num, denominator: past.den })
  const of =
    surveys === 0
      ? t(words.noSurvey)
      : shown === null
        ? t(words.few, { min: 10 })
        : `${fraction(parts)} ${t(programmeDefinitions['16'].of!)}`
  return (
    <FigureBlock
      name={t(programmeDefinitions['16'].name)}
      value={shown ?? (surveys === 0 ? '–' : fraction(parts))}
      {...(shown !== null && { unit: '%' })}
      fraction={of}
      past={before === null ? t(words.pastNone) : t(words.past, { value: `${before}%` })}
      definition={definitionOf('16', t, paths.desk.surveys(view.area.code))}
    />
  )
}

function Rooms({ view }: { view: ProgrammeFigures }) {
  const { t } = useWords()
  const { centres, bookedMinutes, openMinutes } = view.rooms
  const hours = (minutes: number) => Math.round(minutes / 60)
  const shown = percent({ numerator: hours(bookedMinutes), denominator: hours(openMinutes) })
  const of =
    centres === 0
      ? t(words.noCentre)
      : openMinutes === 0
        ? t(words.notOpen)
        : t(words.hours, { booked: count(hours(bookedMinutes)), open: count(hours(openMinutes)) })
  return (
    <FigureBlock
      name={t(programmeDefinitions['18'].name)}
      value={shown ?? '–'}
      {...(shown !== null && { unit: '%' })}
      fraction={of}
      definition={definitionOf('18', t, paths.desk.centre(view.area.code))}
    />
  )
}
