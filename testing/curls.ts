// The curl lines of a page of documentation, read as a shell would read them: what stands there can then be sent.
import type { Request } from './harness.ts'

export type Curl = Omit<Request, 'body'> & { body?: string; line: number; said: string }

/** Every curl in the fenced blocks of a page. Assignments (`B=http://…`) hold from there on; `known` are further variables. */
export function curlsIn(page: string, known: Record<string, string> = {}): Curl[] {
  const variables = { ...known }
  const found: Curl[] = []
  let line = 1
  for (const [at, block] of page.split(/^```.*$/m).entries()) {
    if (at % 2 === 1)
      for (const { words, offset } of commandsIn(block, variables)) {
        const assigned = words.length === 1 ? /^([A-Z]+)=(.*)$/s.exec(words[0] ?? '') : null
        if (assigned !== null) variables[assigned[1] ?? ''] = assigned[2] ?? ''
        if (words[0] === 'curl') found.push({ ...requestOf(words.slice(1)), line: line + offset })
      }
    line += block.split('\n').length - 1
  }
  return found
}

type Command = { words: string[]; offset: number }

function* commandsIn(text: string, variables: Record<string, string>): Generator<Command> {
  let words: string[] = []
  let word: string | null = null
  let quote: string | null = null
  let [line, offset] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '\n') line += 1
    if (quote !== null && sign === quote) quote = null
    else if (quote === null && (sign === '"' || sign === "'")) {
      quote = sign
      word ??= ''
    } else if (sign === '\\' && quote !== "'") {
      at += 1
      if (text[at] === '\n') line += 1
      else word = (word ?? '') + (text[at] ?? '')
    } else if (sign === '$' && quote !== "'") {
      const name = /^[A-Z]+/.exec(text.slice(at + 1))?.[0] ?? ''
      word = (word ?? '') + (variables[name] ?? '')
      at += name.length
    } else if (quote === null && /\s/.test(sign)) {
      if (word !== null) words.push(word)
      word = null
      if (sign !== '\n') continue
      if (words.length > 0) yield { words, offset }
      words = []
      offset = line
    } else word = (word ?? '') + sign
  }
  if (word !== null) words.push(word)
  if (words.length > 0) yield { words, offset }
}

const withValue = ['-X', '-H', '-d', '--data-urlencode', '-c', '-b', '-o']

function requestOf(words: readonly string[]): Omit<Curl, 'line'> {
  const headers: Record<string, string> = {}
  const form: string[] = []
  let [method, url] = ['', '']
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!withValue.includes(word)) {
      if (!word.startsWith('-')) url = word
      continue
    }
    at += 1
    const value = words[at] ?? ''
    if (word === '-X') method = value
    if (word === '-H')
      headers[value.split(':')[0]?.toLowerCase() ?? ''] = value.split(/:\s*/).slice(1).join(':')
    if (word === '-d') form.push(value)
    if (word === '--data-urlencode') {
      const [name = '', ...rest] = value.split('=')
      form.push(`${name}=${encodeURIComponent(rest.join('='))}`)
    }
  }
  if (form.length > 0) headers['content-type'] ??= 'application/x-www-form-urlencoded'
  return {
    method: (method || (form.length > 0 ? 'POST' : 'GET')) as NonNullable<Request['method']>,
    path: url.replace(/^https?:\/\/[^/]+/, ''),
    headers,
    said: words.join(' '),
    ...(form.length > 0 && { body: form.join('&') }),
  }
}
