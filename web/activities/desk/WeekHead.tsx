// The head of the week: which centre, which days, three figures with how they are counted, and what leads on.
import { readActivityFigures } from '#core/activities/contract-centre.ts'
import type { ProgrammeView } from '#core/activities/contract-programme.ts'
import { nextDate } from '#core/kit/time.ts'
import { useWords } from '#web/kit/language.ts'
import { count, percent } from '#web/kit/numbers.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { Popover } from '#web/kit/ui/Popover.tsx'
import { useSessionTimes } from '../open/times.ts'
import { type SetShown, type Shown, type Span, spans } from './shown.ts'
import { deskWeekWords as words } from './words-week.ts'

type Props = { view: ProgrammeView; shown: Shown; set: SetShown }

export function WeekHead({ view, shown, set }: Props) {
  const { lang } = useWords()
  const times = useSessionTimes(view.timeZone)
  const title = view.centre?.name[lang] ?? view.community.name[lang]
  const span =
    shown.span === 'month'
      ? shown.month.replace('-', ' · ')
      : shown.span === 'day'
        ? `${times.day(view.from)} ${times.weekdayOf(view.from)} ${times.lunar(view.from)}`
        : `${times.day(view.from)}–${times.day(view.to)}`
  return (
    <header className="cweek-head">
      <div>
        <h1 className="k-title">{title}</h1>
        <Turning span={span} shown={shown} set={set} />
      </div>
      <Figures view={view} />
      <Tools view={view} shown={shown} set={set} />
    </header>
  )
}

const back: Record<Span, { step: (shown: Shown) => [string, string]; now: keyof typeof words }> = {
  day: { step: ({ from }) => [nextDate(from, -1), nextDate(from, 1)], now: 'thisDay' },
  week: { step: ({ from }) => [nextDate(from, -7), nextDate(from, 7)], now: 'thisWeek' },
  month: {
    step: ({ month }) => [nextDate(`${month}-01`, -1), nextDate(`${month}-28`, 4)],
    now: 'thisMonth',
  },
}

function Turning({ span, shown, set }: { span: string; shown: Shown; set: SetShown }) {
  const { t } = useWords()
  const { step, now } = back[shown.span]
  const [earlier, later] = step(shown)
  return (
    <p className="cweek-turn">
      <span className="k-serif">{span}</span>
      <span className="k-screen-only">
        <Button
          look="quiet"
          icon="left"
          aria-label={t(words.before)}
          onClick={() => set({ from: earlier })}
        >
          {''}
        </Button>
        <Button look="quiet" onClick={() => set({ from: null })}>
          {t(words[now])}
        </Button>
        <Button
          look="quiet"
          icon="right"
          aria-label={t(words.after)}
          onClick={() => set({ from: later })}
        >
          {''}
        </Button>
      </span>
    </p>
  )
}

/** This year up to yesterday: what takes place today is not yet counted. */
function Figures({ view }: { view: ProgrammeView }) {
  const { t } = useWords()
  const year = view.today.slice(0, 4)
  const to = nextDate(view.today, -1)
  const known = to.startsWith(year) && view.centre !== null
  const figures = useEndpoint(
    readActivityFigures,
    { code: view.community.code, from: `${year}-01-01`, to },
    { enabled: known },
  ).data
  if (figures === undefined) return null
  const hours = (minutes: number) => count(Math.round(minutes / 60))
  const used = percent({ numerator: figures.bookedMinutes, denominator: figures.openMinutes })
  return (
    <div className="cweek-figures">
      <FigureBlock
        name={t(words.sessions)}
        value={count(figures.sessions)}
        fraction={t(words.sessionsOf, { year })}
        definition={{ sentence: t(words.sessionsSentence) }}
      />
      <FigureBlock
        name={t(words.personTimes)}
        value={count(figures.personTimes)}
        fraction={t(words.personTimesOf, { counted: count(figures.counted) })}
        definition={{ sentence: t(words.personTimesSentence) }}
      />
      <FigureBlock
        name={t(words.used)}
        value={used === null ? '–' : `${used}%`}
        fraction={t(words.usedOf, {
          booked: hours(figures.bookedMinutes),
          open: hours(figures.openMinutes),
        })}
        definition={{ sentence: t(words.usedSentence), formula: t(words.usedFormula) }}
      />
    </div>
  )
}

function Tools({ view, shown, set }: Props) {
  const { t, lang } = useWords()
  const { code } = view.community
  const sheet = {
    from: shown.from,
    lang,
    ...(shown.centre === null ? {} : { centre: shown.centre }),
  }
  const print =
    shown.span === 'month'
      ? {
          to: files.monthSheet(code, { ...sheet, from: `${shown.month}-01` }),
          label: words.monthSheet,
        }
      : { to: files.weekPoster(code, sheet), label: words.poster }
  return (
    <div className="cweek-tools k-screen-only">
      <Segmented
        label={t(words.view)}
        options={spans.map((value) => ({ value, label: t(words[value]) }))}
        value={shown.span}
        onChange={(span) => set({ span: span === 'week' ? null : span })}
      />
      <a className="k-btn k-btn-plain" href={print.to}>
        <span>{t(print.label)}</span>
      </a>
      {shown.span === 'week' && (
        <a className="k-btn k-btn-plain" href={files.weekSheet(code, sheet)}>
          <span>{t(words.weekSheet)}</span>
        </a>
      )}
      <Popover label={t(words.subscribe)} className="k-btn k-btn-plain" end>
        <p>{t(words.subscribeNote)}</p>
        <p>
          {t(words.whole)}
          <br />
          <code>{`${location.origin}${files.calendar(code)}`}</code>
        </p>
        {view.centre !== null && (
          <p>
            {t(words.thisCentre)}
            <br />
            <code>{`${location.origin}${files.calendar(code, { kind: 'centre', id: view.centre.id })}`}</code>
          </p>
        )}
      </Popover>
      {view.centre !== null && (
        <ButtonLink look="pri" icon="plus" to={paths.desk.newSeries(code)}>
          {t(words.planOne)}
        </ButtonLink>
      )}
    </div>
  )
}
