// A strict reader of calendar feeds, for the tests: it throws at whatever RFC 5545 does not allow and a tolerant
// client would let pass.

export type IcalEvent = Record<string, { value: string; params: Record<string, string> }>
export type IcalFeed = {
  properties: Record<string, string>
  zones: Set<string>
  events: IcalEvent[]
}

const propertyShape = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^;:",]*))*):(.*)$/s
const once = new Set(['UID', 'DTSTART', 'DTEND', 'DTSTAMP', 'SUMMARY', 'STATUS', 'SEQUENCE'])

export function readIcal(bytes: Buffer | string): IcalFeed {
  const lines = unfolded(Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes))
  const feed: IcalFeed = { properties: {}, zones: new Set(), events: [] }
  const inside: string[] = []
  let event: IcalEvent | null = null
  for (const line of lines) {
    const found = propertyShape.exec(line)
    if (found === null) throw new Error(`no property: ${line}`)
    const [, name = '', parameters = '', value = ''] = found
    const params = paramsOf(parameters)
    if (name === 'BEGIN') {
      inside.push(value)
      if (value === 'VEVENT') event = {}
    } else if (name === 'END') {
      if (inside.pop() !== value) throw new Error(`END:${value} closes nothing`)
      if (value === 'VEVENT' && event !== null) feed.events.push(checked(event, feed))
      if (value === 'VEVENT') event = null
    } else if (event !== null) {
      if (once.has(name) && name in event) throw new Error(`${name} twice in one event`)
      event[name] = { value: name.startsWith('DT') ? value : plain(value), params }
    } else if (inside.at(-1) === 'VTIMEZONE' && name === 'TZID') feed.zones.add(value)
    else if (inside.length === 1) feed.properties[name] = plain(value)
  }
  if (inside.length > 0) throw new Error(`${inside.join('/')} is never closed`)
  for (const name of ['VERSION', 'PRODID'])
    if (!(name in feed.properties)) throw new Error(`${name} is missing`)
  if (new Set(feed.events.map((one) => one['UID']?.value)).size !== feed.events.length)
    throw new Error('a UID stands twice')
  return feed
}

function unfolded(bytes: Buffer): string[] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end in CRLF')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line ends in CR or LF alone')
  // Byte by byte: folding may not tear a character apart.
  for (const line of text.slice(0, -2).split('\r\n'))
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`)
  return text
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
}

function paramsOf(text: string): Record<string, string> {
  const pairs = text.split(';').filter(Boolean)
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))
}

function plain(value: string): string {
  if (/\\[^\\;,nN]|\\$/.test(value.replaceAll('\\\\', '')))
    throw new Error(`a lost backslash: ${value}`)
  return value.replaceAll(/\\([\\;,nN])/g, (_, one: string) => (/n/i.test(one) ? '\n' : one))
}

function checked(event: IcalEvent, feed: IcalFeed): IcalEvent {
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'SEQUENCE', 'STATUS'])
    if (!(name in event)) throw new Error(`${name} is missing`)
  for (const name of ['DTSTART', 'DTEND'] as const) {
    const { value = '', params = {} } = event[name] ?? {}
    if (!/^\d{8}T\d{6}$/.test(value)) throw new Error(`${name} is no local time: ${value}`)
    if (!feed.zones.has(params['TZID'] ?? '')) throw new Error(`${name} names an unknown zone`)
  }
  if (!/^\d{8}T\d{6}Z$/.test(event['DTSTAMP']?.value ?? ''))
    throw new Error('DTSTAMP is not in UTC')
  return event
}
