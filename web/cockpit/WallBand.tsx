// The band below: against our own last year, what is late, what residents said, and the four sections.
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords, sectionWords, wallWords as words } from '#core/cockpit/words.ts'
import { dayIn } from '#web/kit/dates.ts'
import { useWords } from '#web/kit/language.ts'
import { count, fraction } from '#web/kit/numbers.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Outcomes } from '#web/kit/ui/Bars.tsx'
import { PastLines } from '#web/kit/ui/PastLines.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Hidden } from '#web/kit/ui/States.tsx'
import { withoutSmall } from './small.ts'
import { WallBars } from './WallBars.tsx'

type Props = { view: CockpitView }

export function WallBand({ view }: Props) {
  return (
    <div className="wall-band">
      <OwnPast view={view} />
      <Late view={view} />
      <LastWord view={view} />
      <Sections view={view} />
    </div>
  )
}

function OwnPast({ view }: Props) {
  const { t } = useWords()
  const now = view.tiles.find((tile) => tile.key === '1')?.points ?? []
  const { zone } = useSettings()
  const month = (back: number) => monthText(dayIn(view.asOf, zone), back)
  return (
    <section>
      <SectionHeading end={t(words.ownPastBasis)}>{t(words.ownPast)}</SectionHeading>
      <PastLines
        label={t(words.ownPast)}
        now={now.slice(0, -1)}
        before={view.reportedBefore.slice(0, -1)}
        from={month(11)}
        to={month(1)}
      />
    </section>
  )
}

/** So many months before the month of a local day. */
function monthText(day: string, back: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(15)
  date.setUTCMonth(date.getUTCMonth() - back)
  return date.toISOString().slice(0, 7)
}

/** 8–30 and more than 30 days stand together: the last group alone is often too small to show. */
function Late({ view }: Props) {
  const { t } = useWords()
  const of = (...buckets: string[]) =>
    view.ageing.filter((g) => buckets.includes(g.bucket)).reduce((n, g) => n + g.count, 0)
  const groups = [
    [words.within3, of('0-3')],
    [words.from4, of('4-7')],
    [words.from8, of('8-30', '>30')],
  ] as const
  const shown = withoutSmall(
    groups.map(([, n]) => n),
    view.smallCell,
  )
  const all = groups.reduce((n, [, each]) => n + each, 0)
  const basis = t(words.overdueBasis, { num: count(all), den: count(view.open) })
  return (
    <section>
      <SectionHeading end={basis}>{t(words.overdueTitle, { n: count(all) })}</SectionHeading>
      <div className="wall-late">
        {groups.map(([label], i) => (
          <div key={label.zh} className={`is-age-${i + 1}`}>
            {shown[i] === null ? (
              <i className="is-hidden" aria-hidden="true" />
            ) : (
              <p aria-hidden="true">
                {Array.from({ length: Math.min(shown[i] ?? 0, 72) }, (_each, at) => (
                  <i key={at} />
                ))}
              </p>
            )}
            <b>
              {shown[i] === null ? t(words.fewer, { min: view.smallCell }) : count(shown[i] ?? 0)}
            </b>
            <span>{t(label)}</span>
          </div>
        ))}
      </div>
      <p className="wall-note">{t(words.merged)}</p>
    </section>
  )
}

function LastWord({ view }: Props) {
  const { t } = useWords()
  const { confirmed, silent, objected } = view.answers
  const all = confirmed + silent + objected
  const hidden = withoutSmall([confirmed, silent, objected], view.smallCell).includes(null)
  return (
    <section>
      <SectionHeading end={t(words.lastWordBasis, { n: count(all) })}>
        {t(words.lastWord)}
      </SectionHeading>
      {hidden ? (
        <Hidden min={view.smallCell} />
      ) : (
        <Outcomes
          counts={{ agreed: confirmed, silent, refused: objected }}
          words={{
            agreed: t(words.agreed),
            silent: t(words.silent),
            refused: t(words.objected),
          }}
        />
      )}
      <p className="wall-note">{t(words.lastWordNote)}</p>
    </section>
  )
}

function Sections({ view }: Props) {
  const { t } = useWords()
  const counts = view.sections.map((row) => row.handling + row.toCheck)
  const shown = withoutSmall(counts, view.smallCell)
  const bars = view.sections.map((row, i) => ({
    key: row.section,
    label: t(sectionWords[row.section] ?? { zh: row.section, en: row.section }),
    value: shown[i] ?? null,
  }))
  const due = fraction({
    numerator: counts.reduce((n, each) => n + each, 0),
    denominator: view.open,
  })
  return (
    <section>
      <SectionHeading end={`${t(cockpitWords.open)} ${due}`}>{t(words.sections)}</SectionHeading>
      <WallBars bars={bars} min={view.smallCell} />
    </section>
  )
}
