import { XMLBuilder } from 'fast-xml-parser'

/**
 * XML for other systems: a declaration that names the encoding, every text escaped, and no character
 * that XML 1.0 forbids (a resident's pasted text may hold one, and would make the whole answer unreadable).
 */

export type XmlValue = string | number | boolean | null | XmlNode | readonly XmlValue[]
export type XmlNode = { readonly [name: string]: XmlValue }

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  processEntities: false,
  suppressEmptyNode: true,
})

/**
 * `root` becomes the outermost element; a list becomes its element repeated; null an empty element. A name that begins
 * with @ is an attribute, `#text` what stands beside attributes.
 */
export function xmlDocument(root: string, content: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${builder.build({ [root]: escaped(content) })}`
}

function escaped(value: XmlValue): unknown {
  if (value === null) return ''
  if (typeof value === 'string') return xmlText(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(escaped)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, escaped(inner)]))
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

export function xmlText(text: string): string {
  return xmlCharacters(text)
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark)
    .replaceAll('\r', '&#13;') // bare, every parser would turn it into a line feed
}

/** The text without the characters that XML 1.0 (fifth edition, 2.2) does not allow in any form. */
export function xmlCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (mark) => (mayStand(mark) ? mark : ''))
}

/** Of the control characters XML takes tab, line feed, return, and those from delete upwards. */
function mayStand(mark: string): boolean {
  return '\t\n\r'.includes(mark) || (mark >= '\u007F' && mark < '\uFFFE')
}
