// GeoJSON as people send it: a collection, one feature, or one feature a line. A feature is known by the line on which it
// begins, so that whoever made the file finds it again.
export type Feature = { properties?: Record<string, unknown> | null; geometry?: unknown }
export type PlacedFeature = { line: number; feature: Feature }

/** The features, or what is wrong with the file as a whole. */
export function featuresOf(text: string): PlacedFeature[] | { fault: string } {
  try {
    const whole = JSON.parse(text) as { type?: string; features?: Feature[] }
    if (whole.type === 'Feature') return [{ line: 1, feature: whole as Feature }]
    if (whole.type === 'FeatureCollection' && Array.isArray(whole.features)) {
      const lines = featureLines(text)
      return whole.features.map((feature, i) => ({ line: lines[i] ?? 1, feature }))
    }
  } catch (cause) {
    const rows = text.split(/\r?\n/)
    if (!rows.some((row) => /^\{.*"Feature".*\}$/.test(withoutMark(row))))
      return { fault: `is not JSON: ${(cause as Error).message}.` }
    return rows.flatMap((row, i) => {
      const json = withoutMark(row)
      return json === '' ? [] : [{ line: i + 1, feature: readLine(json) }]
    })
  }
  return { fault: 'holds no features: give a GeoJSON FeatureCollection.' }
}

/** A table never begins with a brace; nor, in a text sequence, with the character RS. */
export function beginsAsJson(text: string): boolean {
  const begin = text
    .slice(0, 100)
    .replace(/^\uFEFF/, '')
    .trimStart()
  return begin.startsWith('{') || begin.charCodeAt(0) === 30
}

/** Text sequences begin each record with the character RS. */
const withoutMark = (row: string): string => (row.charCodeAt(0) === 30 ? row.slice(1) : row).trim()

/** A line that is no JSON becomes a feature without anything, which is rejected with its line. */
function readLine(json: string): Feature {
  try {
    return JSON.parse(json) as Feature
  } catch {
    return {}
  }
}

/** The line on which each element of the top "features" list begins. */
function featureLines(text: string): number[] {
  const lines: number[] = []
  let line = 1
  let depth = 0
  let listDepth = -1
  let key = ''
  for (let i = 0; i < text.length; i++) {
    const mark = text[i]
    if (mark === '\n') line++
    else if (mark === '"') {
      const end = endOfString(text, i)
      if (depth === 1) key = text.slice(i + 1, end)
      i = end
    } else if (mark === '{' || mark === '[') {
      if (mark === '[' && depth === 1 && key === 'features') listDepth = 2
      else if (mark === '{' && depth === listDepth) lines.push(line)
      depth++
    } else if (mark === '}' || mark === ']') {
      depth--
      if (depth < listDepth) listDepth = -1
    }
  }
  return lines
}

function endOfString(text: string, from: number): number {
  let i = from + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i
}
