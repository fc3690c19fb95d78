// The face of a clock on a page that re-renders on the minute: never older than the answer it shows, or a clock that has
// just started would look as if it slept.
import type { ClockView } from '#core/cases/contract-clock.ts'
import { countdown } from '#core/cases/countdown.ts'

export const faceOf = (clock: ClockView, at: string) =>
  countdown(clock, at < clock.asOf ? clock.asOf : at)
