// Opening hours as they are typed: 9:00-12:00、14:00-21:00. What cannot be read is said, never guessed.
export type Spans = [string, string][]

const one = /^(\d{1,2})[:：](\d{2})\s*[-–—~至到]\s*(\d{1,2})[:：](\d{2})$/

/** Null: not readable. An empty text is a day that is closed. */
export function spansOf(text: string): Spans | null {
  const parts = text
    .split(/[、,，;；]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  const read = parts.map((each) => one.exec(each))
  if (read.some((found) => found === null)) return null
  const spans = read.map((found): [string, string] => [
    `${found?.[1]?.padStart(2, '0')}:${found?.[2]}`,
    `${found?.[3]?.padStart(2, '0')}:${found?.[4]}`,
  ])
  const isTime = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/
  return spans.flat().every((time) => isTime.test(time)) ? spans : null
}

export const textOf = (spans: readonly (readonly [string, string])[]): string =>
  spans.map((span) => span.join('-')).join('、')
