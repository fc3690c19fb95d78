import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooser, withChanges } from './choices.ts'

/** An address as the browser keeps it: written at once, drawn later. */
function browser(at: string) {
  const been: string[] = []
  let now = at
  const choose = chooser(
    () => now,
    (query, { push = false }) => {
      if (push) been.push(now)
      now = query.size === 0 ? '' : `?${query.toString()}`
    },
  )
  return { choose, been, address: () => now }
}

test('two choices made before the page is drawn again both hold', () => {
  const { choose, address } = browser('?version=2')
  choose({ row: 'age' })
  choose({ group: 'grid' })
  expect(address()).toBe('?version=2&row=age&group=grid')
})

test('null and nothing take a choice out, and leave the others', () => {
  expect(withChanges('?q=灯&at=3', { q: '', at: null, view: 'table' }).toString()).toBe(
    'view=table',
  )
  const { choose, address } = browser('?q=1')
  choose({ q: null })
  expect(address()).toBe('')
})

test('a step may be gone back; other choices replace', () => {
  const { choose, been } = browser('?step=1')
  choose({ step: '2' }, { push: true })
  choose({ kind: 'a' })
  expect(been).toEqual(['?step=1'])
})

test('no page writes choices by itself, from what it last drew', () => {
  const web = join(import.meta.dirname, '..')
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(web, file), 'utf8')] as const)
  const byThemselves = sources.filter(([, text]) =>
    /\[[^\]]*,[^\]]*\] = useSearchParams/.test(text),
  )
  expect(byThemselves.map(([file]) => file)).toEqual([join('kit', 'choices.ts')])
})
