// What a benchmark answers, and how it is printed: a readable table, or one line of JSON.

export type BenchResult = {
  name: string
  figures: Record<string, number>
  units: Record<string, string>
  /** The other side, measured in the same run. */
  baseline: Record<string, number>
  ratio: number
  note?: string
}

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))

/** The value below which the share of all lies, by nearest rank. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

export function table(result: BenchResult): string {
  const rows = [
    ...Object.entries(result.figures).map(([key, value]) => [key, value, result.units[key] ?? '']),
    ...Object.entries(result.baseline).map(([key, value]) => [
      `baseline ${key}`,
      value,
      result.units[key] ?? '',
    ]),
    ['ratio', result.ratio, ''],
  ]
  const width = Math.max(...rows.map(([key]) => String(key).length))
  const lines = rows.map(
    ([key, value, unit]) => `  ${String(key).padEnd(width)}  ${String(value).padStart(12)} ${unit}`,
  )
  return [result.name, ...lines, ...(result.note === undefined ? [] : [`  ${result.note}`])].join(
    '\n',
  )
}
