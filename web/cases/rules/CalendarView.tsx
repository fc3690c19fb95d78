// Working hours of a place, and a year on one page: days off, make-up days, and what was set locally.
import { useState } from 'react'
import type { OutputOf } from '#core/kit/contract.ts'
import { readCalendar } from '#core/places/contract-rules.ts'
import { useChoices } from '#web/kit/choices.ts'
import { dayIn, plusDays, weekdayOf } from '#web/kit/dates.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { weekdayWords } from '#web/kit/words-week.ts'
import type { RulesProps } from './AmountsView.tsx'
import { RevisionForm } from './RevisionForm.tsx'
import { DayForm, SegmentsForm } from './time-forms.tsx'
import { revisionWords } from './words-revision.ts'
import { ruleRefusals, ruleWords as words } from './words-rules.ts'

type Days = OutputOf<typeof readCalendar>['days']

export function CalendarView(props: RulesProps) {
  const { code, rules } = props
  const { t, lang } = useWords()
  const times = useTimes()
  const { zone } = useSettings()
  const [search, choose] = useChoices()
  const [asked, ask] = useState<'hours' | 'day' | 'running' | null>(null)
  const year = Number(search.get('year')) || Number(dayIn(now(), zone).slice(0, 4))
  const calendar = useEndpoint(readCalendar, { area: code, year }, { keepPrevious: true })
  const setYear = (to: number) => choose({ year: String(to) }, { push: true })
  const joint = lang === 'zh' ? '、' : ', '
  const hours = rules.segments.map((pair) => pair.join('–')).join(joint)
  const from = rules.segmentsArea
  const whyNot = rules.mayKeep ? null : t(words.notYours)
  return (
    <div>
      <section>
        <SectionHeading
          end={t(words.segmentsBasis, {
            area: from === null ? t(words.everywhere) : from.name,
            day: times.date(rules.segmentsSince),
            n: rules.workDayHours,
          })}
        >
          {t(words.segments, { hours })}
        </SectionHeading>
        <Button whyNot={whyNot} onClick={() => ask('hours')}>
          {t(words.setSegments)}
        </Button>
      </section>
      <section>
        <SectionHeading end={t(words.yearBasis)}>{t(words.year, { year })}</SectionHeading>
        <div className="k-room-tools">
          <span className="k-row">
            <Button onClick={() => setYear(year - 1)}>{t(words.yearBefore)}</Button>
            <Button onClick={() => setYear(year + 1)}>{t(words.yearAfter)}</Button>
          </span>
          {rules.mayKeep && (
            <span className="k-row">
              <Button onClick={() => ask('day')}>{t(words.setDay)}</Button>
              <Button onClick={() => ask('running')}>{t(revisionWords.open)}</Button>
            </span>
          )}
        </div>
        {calendar.data ? (
          <>
            {!calendar.data.published && <Notice tone="zhe">{t(words.provisional)}</Notice>}
            <Year year={year} days={calendar.data.days} />
          </>
        ) : calendar.error ? (
          <Problem
            error={calendar.error}
            refusals={ruleRefusals}
            onRetry={() => void calendar.refetch()}
          />
        ) : (
          <Loading lines={6} />
        )}
      </section>
      {asked === 'hours' && <SegmentsForm {...props} onClose={() => ask(null)} />}
      {asked === 'running' && <RevisionForm {...props} onClose={() => ask(null)} />}
      {asked === 'day' && <DayForm {...props} onClose={() => ask(null)} />}
    </div>
  )
}

function Year({ year, days }: { year: number; days: Days }) {
  const { t } = useWords()
  const times = useTimes()
  const byDay = new Map(days.map((each) => [each.day, each]))
  return (
    <>
      <div className="rules-year">
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={year} month={month + 1} byDay={byDay} />
        ))}
      </div>
      <p className="rules-legend k-note">
        <i className="is-off" aria-hidden="true" /> {t(words.legendOff)}
        <i className="is-work" aria-hidden="true" /> {t(words.legendWork)}
        <i className="is-local" aria-hidden="true" /> {t(words.legendLocal)}
      </p>
      <ul className="rules-days k-compact">
        {days
          .filter((each) => each.kind !== 'plain' || each.area !== null)
          .map((each) => (
            <li key={each.day}>
              <b>{times.date(each.day)}</b> {t(words[each.kind])} · {each.name}
              {each.area !== null && <span className="k-note"> {each.area.name}</span>}
            </li>
          ))}
      </ul>
    </>
  )
}

type MonthProps = { year: number; month: number; byDay: Map<string, Days[number]> }

function Month({ year, month, byDay }: MonthProps) {
  const { t, lang } = useWords()
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const all = Array.from({ length: 31 }, (_, n) => plusDays(first, n)).filter((day) =>
    day.startsWith(first.slice(0, 7)),
  )
  const name =
    lang === 'zh'
      ? `${month}月`
      : new Date(`${first}T00:00:00Z`).toLocaleString('en', { month: 'long', timeZone: 'UTC' })
  const cells = [...Array.from({ length: weekdayOf(first) - 1 }, () => null), ...all]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, n) =>
    cells.slice(n * 7, n * 7 + 7),
  )
  return (
    <table className="rules-month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {weekdayWords.map((word) => (
            <th key={word.en} scope="col">
              <abbr title={t(word)}>{lang === 'zh' ? word.zh.slice(1) : word.en.slice(0, 2)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, n) => (
          <tr key={week.find((day) => day !== null) ?? n}>
            {week.map((day, at) => (
              <td key={day ?? `empty${at}`} className={classOf(day, byDay)}>
                {day !== null && <span title={byDay.get(day)?.name}>{Number(day.slice(8))}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Ordinary weekends are quiet; what differs from its weekday has a form of its own. */
function classOf(day: string | null, byDay: Map<string, Days[number]>): string {
  if (day === null) return ''
  const set = byDay.get(day)
  const local = set !== undefined && set.area !== null ? ' is-local' : ''
  if (set?.kind === 'off') return `is-off${local}`
  if (set?.kind === 'work') return `is-work${local}`
  return `${weekdayOf(day) > 5 ? 'is-rest' : ''}${local}`
}
