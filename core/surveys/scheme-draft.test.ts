import { expect, test } from 'vitest'
import { words } from './blank.ts'
import { firstLinks, groupsFrom, leftOver, unlinked } from './scheme-draft.ts'

const named = (code: string, zh: string) => ({ code, label: words(zh) })
const options = [named('young', '18–59岁'), named('old', '60–69岁'), named('eldest', '70岁以上')]

test('codes and labels find each other, nothing else is guessed', () => {
  const figure = [named('a18', '18–59岁'), named('old', '六十几'), named('a70', '七十岁以上')]
  const links = firstLinks(options, figure)
  expect(links.options).toEqual({ young: 'a18', old: 'old' })
  expect(unlinked(links, options)).toBe(1)
})

const figure = [
  named('a0', '0–17岁'),
  named('a18', '18–39岁'),
  named('a40', '40–59岁'),
  named('a60', '60岁以上'),
]
const links = {
  options: { young: 'a18', old: 'a60', eldest: 'a60' },
  categories: { a40: 'young', a0: null },
}

test('where the figure is coarser options go together, where it is finer categories do', () => {
  expect(leftOver(links, figure).map(({ code }) => code)).toEqual(['a0', 'a40'])
  expect(groupsFrom(links, options, figure)).toEqual([
    { label: words('18–59岁'), options: ['young'], categories: ['a18', 'a40'] },
    {
      label: { zh: '60–69岁、70岁以上', en: '60–69岁, 70岁以上' },
      options: ['old', 'eldest'],
      categories: ['a60'],
    },
  ])
})

test('children who were never asked stand in no group, and a category never in two', () => {
  const groups = groupsFrom({ ...links, categories: { a18: 'old', a40: 'old' } }, options, figure)
  expect(groups.flatMap(({ categories }) => categories).toSorted()).toEqual(['a18', 'a40', 'a60'])
})
