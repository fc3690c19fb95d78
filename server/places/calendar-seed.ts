// The State Council's days off and make-up days for the years the chinese-days library really knows. For any other
// year it answers with plain weekdays, so a year counts as known only if its New Year and National Day are listed.

import chineseDays from 'chinese-days'

// A CommonJS package: Node offers its names through the default alone.
const { getDayDetail } = chineseDays

export type SeedDay = { day: string; kind: 'off' | 'work'; name: string; version: string }

const firstYear = 2023

/** One row per day that differs from the ordinary week, or is off; the version names year and edition: 'CN-2026-1'. */
export function stateCouncilDays(years: readonly number[] = publishedYears()): SeedDay[] {
  return years.filter(isPublished).flatMap((year) =>
    daysOf(year).flatMap((day) => {
      const name = nameOf(day)
      if (name === null) return []
      const kind = getDayDetail(day).work ? 'work' : 'off'
      return [{ day, kind, name, version: `CN-${year}-1` } as const]
    }),
  )
}

export function publishedYears(): number[] {
  const years: number[] = []
  for (let year = firstYear; isPublished(year); year += 1) years.push(year)
  return years
}

const isPublished = (year: number): boolean =>
  [`${year}-01-01`, `${year}-10-01`].every((day) => nameOf(day) !== null && !getDayDetail(day).work)

/** Listed days are named 'Spring Festival,春节,4'; days the library only derives are named by their weekday. */
function nameOf(day: string): string | null {
  return getDayDetail(day).name.split(',')[1] ?? null
}

function daysOf(year: number): string[] {
  const days: string[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}
