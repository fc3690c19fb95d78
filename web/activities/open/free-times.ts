// Of what stands free in a room, the half hours a loan may begin and end at. A loan lies within one free stretch.
import type { IdleLine } from '#core/activities/contract-programme.ts'
import { minutesOf } from '#core/activities/centre.ts'
import { localTime } from '#core/kit/time.ts'

export type Free = { from: number; to: number }
const step = 30

/** Minutes of the day; what runs to midnight ends at 24:00. */
export function freeOf(
  idle: readonly IdleLine[],
  roomId: string,
  day: string,
  zone: string,
): Free[] {
  return idle
    .filter((one) => one.roomId === roomId && one.day === day)
    .map((one) => {
      const [from, to] = [minutesOf(localTime(one.from, zone)), minutesOf(localTime(one.to, zone))]
      return { from, to: to === 0 ? 24 * 60 : to }
    })
}

export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const steps = (from: number, to: number): number[] => {
  const first = Math.ceil(from / step) * step
  return to < first
    ? []
    : Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, n) => first + n * step)
}

export const startsIn = (free: readonly Free[]): number[] =>
  free.flatMap(({ from, to }) => steps(from, to - step))

export function endsAfter(free: readonly Free[], start: number): number[] {
  const within = free.find(({ from, to }) => from <= start && start < to)
  return within === undefined ? [] : steps(start + step, within.to)
}
