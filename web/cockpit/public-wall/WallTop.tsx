// Whose wall, whether the line holds, the day and the clock.
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { Mark } from '#web/kit/ui/Mark.tsx'
import { useWallTimes } from './wall-times.ts'

export function WallTop({ view, broken }: { view: WallView; broken: boolean }) {
  const { t, lang } = useWords()
  const times = useWallTimes(view.timeZone)
  const at = useNow(5_000)
  const above = view.path.filter(({ level }) => level !== 'city')
  const lunar = times.lunar(at)
  return (
    <header className="owall-top">
      <Mark size={52} />
      <h1>{nameOf(view.area, lang)}</h1>
      <div className="owall-of">
        {above.length > 0 && <p>{above.map((each) => nameOf(each, lang)).join(' · ')}</p>}
        <p className={`owall-line${broken ? ' is-broken' : ''}`} role="status">
          <i aria-hidden="true" />
          {t(broken ? words.broken : words.live, { time: times.seconds(view.asOf) })}
        </p>
      </div>
      <p className="owall-day">
        <span>{times.long(at)}</span>
        {lunar !== '' && <span>{lunar}</span>}
      </p>
      <time className="owall-clock">{times.clock(at)}</time>
    </header>
  )
}
