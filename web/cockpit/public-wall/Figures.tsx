// The giant figure with its layers; the year in two figures; and what residents answered, silence hatched.
import type { PublicFigure } from '#core/cockpit/contract-public.ts'
import { readPerformance } from '#core/cockpit/contract-public.ts'
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { layerWords, openWallWords as words } from '#core/cockpit/words-wall.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Outcomes } from '#web/kit/ui/Bars.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { publicText } from '../open/public-text.ts'
import { minutesText } from '../tile-text.ts'

export function Standing({ view }: { view: WallView }) {
  const { t } = useWords()
  const most = Math.max(1, ...view.layers.map(({ open }) => open))
  const facts = [
    [words.newToday, view.reportedToday, ''],
    [words.doneToday, view.doneToday, ''],
    [words.late, view.overdue, view.overdue > 0 ? 'k-zhu' : ''],
    [words.suspended, view.suspended, ''],
  ] as const
  return (
    <section className="owall-standing">
      <div className="owall-giant">
        <h2>{t(words.inHand)}</h2>
        <p>
          <b>{count(view.open)}</b>
          <span>{t(words.unit)}</span>
        </p>
        <small>{t(words.each)}</small>
        <dl>
          {facts.map(([label, n, tone]) => (
            <div key={label.zh}>
              <dt>{t(label)}</dt>
              <dd className={tone}>{count(n)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="owall-layers">
        <h3>{t(words.layers)}</h3>
        <ul>
          {view.layers.map(({ tier, open, overdue }) => (
            <li key={tier}>
              <span>{t(layerWords[tier])}</span>
              <i aria-hidden="true">
                <i style={{ width: `${(100 * open) / most}%` }} />
              </i>
              <b>{count(open)}</b>
              <em className="k-zhu">{overdue > 0 && t(words.layerLate, { n: count(overdue) })}</em>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

const calm = { refetchInterval: 600_000, staleTime: 600_000 }
const usePerformance = (view: WallView) =>
  useEndpoint(readPerformance, { code: view.area.code }, calm).data

export function Year({ view }: { view: WallView }) {
  const { t } = useWords()
  const year = usePerformance(view)
  const find = (key: PublicFigure['key']) => year?.figures.find((each) => each.key === key)
  const [onTime, howLong] = [find('3d'), find('5')]
  const rate = onTime && publicText(onTime, year?.smallCell ?? 10, t)
  // Not as a clock says it: 20:06 on a wall is a time of day.
  const took = howLong?.value == null ? ['–'] : minutesText(howLong.value, t).split(/(\d[\d.,]*)/)
  return (
    <section className="owall-year">
      <div>
        <h3>
          {t(words.onTime)}
          <small>{t(words.year)}</small>
        </h3>
        <b className={onTime?.rate?.rate === null ? 'is-word' : ''}>{rate?.value ?? '–'}</b>
        <small>{rate?.of}</small>
      </div>
      <div>
        <h3>{t(words.howLong)}</h3>
        <b>
          {took.map((part) =>
            /^\D{2,}|^[^\d–]/.test(part) ? <span key={part}>{part}</span> : part,
          )}
        </b>
        <small>{howLong && publicText(howLong, year?.smallCell ?? 10, t).past}</small>
      </div>
    </section>
  )
}

export function LastWord({ view }: { view: WallView }) {
  const { t } = useWords()
  const year = usePerformance(view)
  const { confirmed = null, silent = null, objected = null } = year?.answers ?? {}
  const said = confirmed !== null && silent !== null && objected !== null
  return (
    <section className="owall-word">
      <SectionHeading end={t(words.year)}>{t(words.lastWord)}</SectionHeading>
      {said ? (
        <Outcomes
          counts={{ agreed: confirmed, silent, refused: objected }}
          words={{ agreed: t(words.agreed), silent: t(words.silent), refused: t(words.objected) }}
        />
      ) : (
        <p>{year !== undefined && t(words.lastWordFew, { min: year.smallCell })}</p>
      )}
      <small>{t(words.lastWordNote)}</small>
    </section>
  )
}
