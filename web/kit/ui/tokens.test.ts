// The two copies of 墨 stay equal, the promised contrasts hold, and no other sheet names a colour.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))
const sheet = readFileSync(`${folder}tokens.css`, 'utf8')

function block(start: string): Record<string, string> {
  const from = sheet.indexOf(start)
  const body = sheet.slice(sheet.indexOf('{', from) + 1, sheet.indexOf('}', from))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((found) => [found[1], found[2]]),
  )
}

const zhi = block("[data-theme='zhi']")
const mo = block("[data-theme='mo']")

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(theme: Record<string, string>, a: string, b: string): number {
  const [light = 0, dark = 0] = [theme[a], theme[b]]
    .map((hex) => luminance(hex ?? '#000000'))
    .sort((p, q) => q - p)
  return (light + 0.05) / (dark + 0.05)
}

test('the system and the choice bring the same 墨', () => {
  expect(block(':root[data-follow]')).toEqual(mo)
  expect(Object.keys(mo).sort()).toEqual(Object.keys(zhi).sort())
})

test.each([
  ['zhi', zhi],
  ['mo', mo],
] as const)('text and borders of %s have their contrast on every ground', (_, theme) => {
  for (const ground of ['paper', 'raised', 'sunken']) {
    for (const text of ['ink', 'ink-2', 'ink-3', 'accent', 'zhu', 'zhe']) {
      expect(contrast(theme, text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    }
    expect(contrast(theme, 'line', ground), `line on ${ground}`).toBeGreaterThanOrEqual(3)
  }
  expect(contrast(theme, 'on-accent', 'accent')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(theme, 'on-zhu', 'zhu')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(theme, 'ink', 'zhu-wash')).toBeGreaterThanOrEqual(4.5)
})

test('a colour has its value in tokens.css and, for paper, in print.css alone', () => {
  const web = fileURLToPath(new URL('../../', import.meta.url))
  const sheets = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(css|tsx?)$/.test(file) && !/(tokens|print)\.css$|\.test\.ts$/.test(file),
  )
  const colour = /#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b(?!['"`/])|\b(?:rgb|hsl|oklch)a?\(/i
  expect(sheets.filter((file) => colour.test(readFileSync(web + file, 'utf8')))).toEqual([])
})
