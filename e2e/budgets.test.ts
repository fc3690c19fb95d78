// What a phone loads first, page by page, as built.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packageRoot } from '#server/kit/package-root.ts'

// Under 130 kB is the aim for every page; where a page is not there yet its own ceiling holds it from growing. What a field is
// for, said beside it, costs a form up to four of them.
const ceilings: Record<string, number> = {
  FollowPage: 142_000,
  ReportPage: 149_400,
  ThemeOpenPage: 152_500,
  OpenDefinitionsPage: 149_200,
  PerformancePage: 144_600,
  // Hangs on a wall and is fetched by no phone.
  OpenWallPage: 167_700,
  TaskPage: 165_200,
  HandlePage: 149_600,
  CountPage: 149_700,
  FieldReportPage: 144_900,
}
const pageMax = 143_200
const doorMax = 118_500

test('what a phone loads first stays within its budget, page by page', () => {
  for (const door of ['open', 'field']) {
    const html = readFileSync(join(packageRoot, `dist/web/${door}.html`), 'utf8')
    const first = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].flatMap(
      ([, file]) => file ?? [],
    )
    const frame = weigh(first)
    expect(frame).toBeGreaterThan(10_000)
    expect(frame).toBeLessThan(doorMax)
    for (const page of pagesOf(first)) {
      const max = ceilings[page.replace(/-.*/, '')] ?? pageMax
      expect({ page, over: Math.max(0, weigh([...first, page]) - max) }).toEqual({ page, over: 0 })
    }
  }
})

const asset = (file: string) => readFileSync(join(packageRoot, 'dist/web/assets', file))
const namesIn = (text: string, form: RegExp) =>
  [...text.matchAll(form)].flatMap(([, name]) => name ?? [])

/** The files behind the routes of a door: each is fetched when its page is opened. */
function pagesOf(files: string[]): string[] {
  const lazy = files.flatMap((file) =>
    namesIn(asset(file).toString(), /import\(["'`]\.\/([^"'`]+\.js)["'`]\)/g),
  )
  return [...new Set(lazy)].filter((file) => /Page-/.test(file))
}

/** Bytes on the wire of these files and of everything they cannot do without. */
function weigh(files: string[]): number {
  const all = new Set<string>()
  const add = (file: string) => {
    if (all.has(file)) return
    all.add(file)
    namesIn(asset(file).toString(), /(?:import|from)\s*["']\.\/([^"']+\.js)["']/g).forEach(add)
  }
  files.forEach(add)
  return [...all].reduce((sum, file) => sum + gzipSync(asset(file)).length, 0)
}
