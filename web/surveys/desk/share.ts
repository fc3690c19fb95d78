/** Percent with one decimal; none where the whole is under a hundred. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '–'
  return `${((part / whole) * 100).toFixed(whole < 100 ? 0 : 1)}%`
}
