// The player: the minute and its sentence, the bar of the day with where things happened, and five buttons.
import { useMemo } from 'react'
import type { PlaybackView } from '#core/cockpit/contract-playback.ts'
import { pulseOf } from '#core/cockpit/playback.ts'
import { playbackWords as words } from '#core/cockpit/words-playback.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Segmented } from '#web/kit/ui/Chip.tsx'
import { type Playing, speeds } from './playing.ts'

type Props = { view: PlaybackView; playing: Playing }

export function Player({ view, playing }: Props) {
  const { t } = useWords()
  const times = useTimes()
  const { stand } = playing
  // The last moment of a day is its end, not the beginning of the next one.
  const isWhole = playing.until - playing.from >= dayMs
  const time = playing.atEnd && isWhole ? '24:00' : times.clock(stand.at)
  const say = stand.overdue > 0 ? words.at : words.atCalm
  return (
    <section className="playback-player">
      <p className="playback-now k-serif" aria-live={playing.running ? 'off' : 'polite'}>
        {t(say, { time, open: count(stand.open.length), overdue: count(stand.overdue) })}
      </p>
      <p className="k-sub">
        {t(words.soFar, {
          reported: count(stand.reported),
          filed: count(stand.filed),
          closed: count(stand.closed),
        })}
      </p>
      <Scrub view={view} playing={playing} time={time} />
      <Controls playing={playing} />
      {view.events.length === 0 && <p className="k-note">{t(words.quietDay)}</p>}
    </section>
  )
}

function Controls({ playing }: { playing: Playing }) {
  const { t } = useWords()
  return (
    <div className="playback-controls k-screen-only">
      <Button look="pri" hotkey="P" onClick={playing.toggle} aria-pressed={playing.running}>
        {t(playing.running ? words.pause : words.play)}
      </Button>
      <Button hotkey="K" onClick={() => playing.step(-1)}>
        {t(words.stepBack)}
      </Button>
      <Button hotkey="J" onClick={() => playing.step(1)}>
        {t(words.stepOn)}
      </Button>
      <Segmented
        label={t(words.speed)}
        options={speeds.map((n) => ({ value: String(n), label: t(words.speedOf, { n }) }))}
        value={String(playing.speed)}
        onChange={(chosen) =>
          playing.setSpeed(speeds.find((n) => String(n) === chosen) ?? playing.speed)
        }
      />
      {playing.atEnd && <span className="k-note">{t(words.ended)}</span>}
    </div>
  )
}

const dayMs = 86_400_000
const slices = 96
const barHeight = 44

/** A quarter of an hour, one bar; the hand is a range that any keyboard can move by the minute. */
function Scrub({ view, playing, time }: Props & { time: string }) {
  const { t } = useWords()
  const pulse = useMemo(() => pulseOf(view, { slices, dayMs }), [view])
  const most = Math.max(1, ...pulse)
  const done = (playing.ms - playing.from) / dayMs
  const known = (playing.until - playing.from) / dayMs
  return (
    <div className="playback-scrub">
      <svg viewBox={`0 0 ${slices} ${barHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="playback-known" x="0" width={slices * known} y="0" height={barHeight} />
        {pulse.map((n, i) => {
          const height = n === 0 ? 0 : 4 + (n / most) * (barHeight - 6)
          const past = (i + 1) / slices <= done
          return (
            <rect
              key={i}
              className={past ? 'is-past' : ''}
              x={i + 0.12}
              width="0.76"
              y={barHeight - height}
              height={height}
            />
          )
        })}
      </svg>
      <input
        type="range"
        aria-label={t(words.scrub)}
        aria-valuetext={time}
        min={0}
        max={1440}
        step={1}
        value={Math.round((playing.ms - playing.from) / 60_000)}
        onChange={(event) => playing.goTo(playing.from + Number(event.target.value) * 60_000)}
      />
      <ol aria-hidden="true">
        {['0', '3', '6', '9', '12', '15', '18', '21', '24'].map((hour) => (
          <li key={hour}>{hour}</li>
        ))}
      </ol>
    </div>
  )
}
