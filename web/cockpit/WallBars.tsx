// A few lengths with names and numbers; what is too small to show is hatched and said so.
import { wallWords as words } from '#core/cockpit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'

export type WallBar = { key: string; label: string; value: number | null }

export function WallBars({ bars, min }: { bars: WallBar[]; min: number }) {
  const { t } = useWords()
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  return (
    <ul className="wall-bars">
      {bars.map(({ key, label, value }) => (
        <li key={key}>
          <span>{label}</span>
          <span>
            {value === null ? (
              <i className="is-hidden" aria-hidden="true" />
            ) : (
              <i style={{ width: `${(72 * value) / most}%` }} aria-hidden="true" />
            )}
            {value === null ? <em>{t(words.fewer, { min })}</em> : <b>{count(value)}</b>}
          </span>
        </li>
      ))}
    </ul>
  )
}
