// Name of the place, the state of the line, day and time.
import { Link } from 'react-router'
import type { CockpitView } from '#core/cockpit/contract.ts'
import { cockpitWords as words, wallWords } from '#core/cockpit/words.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import type { Line } from '#web/kit/live.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { Mark } from '#web/kit/ui/Mark.tsx'
import { levelWords } from './levels.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { withSeconds } from './wall-time.ts'

export function WallHead({ view, line }: { view: CockpitView; line: Line }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const at = useNow(10_000)
  const level = t(levelWords(view.childLevel))
  return (
    <header className="wall-head">
      <Mark />
      <h1>{nameOf(view.area, lang)}</h1>
      <p className="wall-what">
        <Link to={paths.desk.cockpit(view.area.code)} title={t(wallWords.leave)}>
          {t(words.wallTitle)}
        </Link>
        {view.children.length > 0 && (
          <span>{t(words.below, { n: view.children.length, level })}</span>
        )}
      </p>
      <LineDot line={line} asOf={view.asOf} />
      <p className="wall-day">
        <span>{times.long(at)}</span>
        <span>{times.lunar(at)}</span>
      </p>
      <time className="wall-clock">{times.clock(at)}</time>
    </header>
  )
}

/** A filled dot while the line holds; a hollow ring and since when, once it is broken. */
function LineDot({ line, asOf }: { line: Line; asOf: string }) {
  const { t } = useWords()
  const { zone } = useSettings()
  const broken = line.state === 'broken'
  const time = withSeconds(broken ? line.since : asOf, zone)
  return (
    <p className={`wall-line${broken ? ' is-broken' : ''}`} role="status">
      <i aria-hidden="true" />
      {t(broken ? wallWords.brokenAt : wallWords.liveAt, { time })}
    </p>
  )
}
