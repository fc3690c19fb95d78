import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { xmlDocument } from './xml.ts'

const read = (text: string) =>
  new XMLParser({ parseTagValue: false, trimValues: false }).parse(text)

test('lists repeat their element, null is an empty one, the encoding is declared', () => {
  expect(
    xmlDocument('services', {
      service: [
        { code: '001', group: null },
        { code: '002', group: 'a' },
      ],
    }),
  ).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><services>' +
      '<service><code>001</code><group/></service><service><code>002</code><group>a</group></service></services>',
  )
})

test('an empty list leaves an empty root', () => {
  const text = xmlDocument('services', { service: [] })
  expect(XMLValidator.validate(text)).toBe(true)
  expect(text).toContain('<services')
})

test.each(['a & b < c > d "e" \'f\'', '井盖破损 🚧 𠮷', ']]> <!-- x -->', '  kept  ', '&amp;'])(
  '%j reads back as it was',
  (text) => {
    const document = xmlDocument('r', { text })
    expect(XMLValidator.validate(document)).toBe(true)
    expect(read(document).r.text).toBe(text)
  },
)

test('characters that XML forbids are left out', () => {
  expect(read(xmlDocument('r', { text: 'a\u0000b\u0008c\uFFFFd' })).r.text).toBe('abcd')
  expect(xmlDocument('r', { text: 'x\ud800y' })).toContain('x\uFFFDy')
})

test('attributes stand in their element, escaped', () => {
  const text = xmlDocument('feed', {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    link: [{ '@rel': 'self', '@href': 'https://x.example/?a="1"&b=2' }],
    title: { '@type': 'text', '#text': '停水 <二> & 三' },
    draft: { '@known': 'true' },
  })
  expect(XMLValidator.validate(text)).toBe(true)
  expect(
    new XMLParser({
      parseTagValue: false,
      ignoreAttributes: false,
      attributeNamePrefix: '@',
    }).parse(text).feed,
  ).toEqual({
    '@xmlns': 'http://www.w3.org/2005/Atom',
    link: { '@rel': 'self', '@href': 'https://x.example/?a="1"&b=2' },
    title: { '@type': 'text', '#text': '停水 <二> & 三' },
    draft: { '@known': 'true' },
  })
})
