// The left column: one giant figure, where it came from, how much is in time, how long it takes.
import { sourceWords } from '#core/cases/words.ts'
import type { Source } from '#core/cases/case.ts'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { wallWords as words } from '#core/cockpit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { withoutSmall } from './small.ts'
import { definitionText, minutesText, tileText } from './tile-text.ts'
import { HowCounted, Measured } from '#web/kit/ui/FigureBlock.tsx'
import { WallBars } from './WallBars.tsx'

export function WallFigures({ today, month }: { today: CockpitView; month: CockpitView }) {
  const { t } = useWords()
  const tile = today.tiles.find((each) => each.key === '1')
  const sources = (tile?.parts ?? []).filter(({ key }) => key in sourceWords)
  const shown = withoutSmall(
    sources.map(({ count: n }) => n),
    today.smallCell,
  )
  const bars = sources
    .map(({ key }, i) => ({
      key,
      label: t(sourceWords[key as Source]),
      value: shown[i] ?? null,
    }))
    .filter(({ value }) => value !== null && value > 0)
  const few = shown.filter((n) => n === null).length
  return (
    <section className="wall-figures">
      <div className="wall-giant">
        <p>
          <span>{t(words.reportedToday)}</span>
          <small>{t(words.sinceMidnight)}</small>
        </p>
        <b>{count(tile?.value ?? 0)}</b>
        <p>
          {t(words.filedToday)} <strong>{count(tile?.n ?? 0)}</strong>
        </p>
      </div>
      {bars.length + few > 0 && (
        <div>
          <h2>{t(words.bySource)}</h2>
          <WallBars bars={bars} min={today.smallCell} />
          {few > 0 && <small>{t(words.fewSources, { n: few, min: today.smallCell })}</small>}
        </div>
      )}
      <OnTime view={month} />
      <HowLong view={month} />
    </section>
  )
}

function OnTime({ view }: { view: CockpitView }) {
  const { t } = useWords()
  const tile = view.tiles.find((each) => each.key === '3d')
  if (tile === undefined) return null
  const { value, unit, of, past } = tileText(tile, view, t)
  return (
    <div className="wall-figure">
      <h2>
        {t(words.onTime)}
        <HowCounted name={t(words.onTime)} definition={definitionText('3d', t)} />
      </h2>
      <p>
        <b>
          {tile.hidden ? '–' : value}
          <small>{tile.hidden ? '' : unit}</small>
        </b>
        <span>{tile.hidden ? t(words.fewerNote, { min: view.smallCell }) : of}</span>
      </p>
      <small>{past}</small>
    </div>
  )
}

function HowLong({ view }: { view: CockpitView }) {
  const { t } = useWords()
  const tile = view.tiles.find((each) => each.key === '5')
  if (tile === undefined || tile.value === null) return null
  const past = tileText(tile, view, t).past
  return (
    <div className="wall-figure">
      <h2>
        {t(words.howLong, { n: count(tile.n) })}
        <HowCounted name={t(words.howLong, { n: tile.n })} definition={definitionText('5', t)} />
      </h2>
      <p>
        <b>
          <Measured text={minutesText(tile.value, t)} />
        </b>
        <span>{t(words.halfFaster)}</span>
      </p>
      <small>
        {t(words.slowest, { p90: minutesText(tile.p90 ?? 0, t) })} · {past}
      </small>
    </div>
  )
}
