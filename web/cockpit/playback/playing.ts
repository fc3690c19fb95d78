// The hand of the clock of a day that is played again: where it stands, whether it runs, how fast. Nothing is asked of the
// server while it runs; the whole day is here.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { PlaybackView } from '#core/cockpit/contract-playback.ts'
import { beatsOf, standAt, type Stand } from '#core/cockpit/playback.ts'

/** Minutes of that day in one second of ours. */
export const speeds = [2, 10, 30, 60] as const
export type Speed = (typeof speeds)[number]

const tickMs = 200
const minuteMs = 60_000

export type Playing = {
  stand: Stand
  ms: number
  from: number
  until: number
  running: boolean
  speed: Speed
  atEnd: boolean
  toggle: () => void
  goTo: (ms: number) => void
  /** To the next thing that happens, or back to the one before. */
  step: (by: 1 | -1) => void
  minutes: (by: number) => void
  setSpeed: (speed: Speed) => void
}

/** A day begins where its first thing happens to be seen: at its start, unless an instant was named. */
export function usePlaying(day: PlaybackView): Playing {
  const [from, until] = [Date.parse(day.from), Date.parse(day.until)]
  const [ms, setMs] = useState(from)
  const [running, setRunning] = useState(false)
  const [speed, setSpeed] = useState<Speed>(10)
  const beats = useMemo(() => beatsOf(day).map((beat) => Date.parse(beat)), [day])
  const goTo = useCallback(
    (to: number) => setMs(Math.min(until, Math.max(from, to))),
    [from, until],
  )
  const atEnd = ms >= until
  useEffect(() => {
    if (!running) return
    const timer = setInterval(
      () => setMs((was) => Math.min(until, was + (speed * minuteMs * tickMs) / 1000)),
      tickMs,
    )
    return () => clearInterval(timer)
  }, [running, speed, until])
  useEffect(() => {
    if (atEnd) setRunning(false)
  }, [atEnd])
  const stand = useMemo(() => standAt(day, new Date(ms).toISOString()), [day, ms])
  return {
    stand,
    ms,
    from,
    until,
    running: running && !atEnd,
    speed,
    atEnd,
    toggle: () => {
      if (atEnd) setMs(from)
      setRunning((was) => !was || atEnd)
    },
    goTo,
    step: (by) => {
      setRunning(false)
      goTo(
        by === 1
          ? (beats.find((beat) => beat > ms) ?? until)
          : (beats.findLast((beat) => beat < ms) ?? from),
      )
    },
    minutes: (by) => goTo(ms + by * minuteMs),
    setSpeed,
  }
}
