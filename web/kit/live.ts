// Server push, resumed without a gap: the browser sends Last-Event-ID itself when it reconnects; where it has given
// up for good (a proxy's error) we open anew and name the last event in the address.
import { useEffect, useRef, useState } from 'react'
import { now } from './now.ts'

export type LiveEvent = { id: string; kind: string; data: unknown }
export type Line = { state: 'connecting' | 'live' | 'broken'; since: string }

type Follow = {
  url: string
  kinds: readonly string[]
  onEvent: (event: LiveEvent) => void
  onLine: (state: Line['state']) => void
}

const firstPauseMs = 1_000
const longestPauseMs = 30_000

/** Follows a stream until the returned function is called. */
export function follow({ url, kinds, onEvent, onLine }: Follow): () => void {
  let source: EventSource | null = null
  let last = ''
  let pauseMs = firstPauseMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let over = false

  const take = (message: MessageEvent<string>) => {
    if (message.lastEventId !== '') last = message.lastEventId
    onEvent({ id: message.lastEventId, kind: message.type, data: parsed(message.data) })
  }

  const open = () => {
    source = new EventSource(last === '' ? url : withLast(url, last))
    source.onopen = () => {
      pauseMs = firstPauseMs
      onLine('live')
    }
    source.onmessage = take
    for (const kind of kinds) source.addEventListener(kind, take)
    source.onerror = () => {
      onLine('broken')
      if (source?.readyState !== EventSource.CLOSED || over) return
      timer = setTimeout(open, pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }

  open()
  return () => {
    over = true
    clearTimeout(timer)
    source?.close()
  }
}

function withLast(url: string, last: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}after=${encodeURIComponent(last)}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // a plain word is allowed
  }
}

// The state of whichever line the page holds, for the masthead: a page has at most one.
let current: Line | null = null
const listeners = new Set<() => void>()

export function currentLine(): Line | null {
  return current
}

export function onLineChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(line: Line | null): void {
  current = line
  for (const listener of listeners) listener()
}

/** `const line = useLive('/api/live?area=…', ['case'], event => …)`; show it with <LineState/>. */
export function useLive(
  url: string | null,
  kinds: readonly string[],
  onEvent: (event: LiveEvent) => void,
): Line {
  const [line, setLine] = useState<Line>(() => ({ state: 'connecting', since: now() }))
  const latest = useRef(onEvent)
  useEffect(() => {
    latest.current = onEvent
  })
  const wanted = kinds.join(' ')
  useEffect(() => {
    if (url === null) return
    return follow({
      url,
      kinds: wanted === '' ? [] : wanted.split(' '),
      onEvent: (event) => latest.current(event),
      onLine: (state) => setLine((was) => (was.state === state ? was : { state, since: now() })),
    })
  }, [url, wanted])
  useEffect(() => {
    tell(url === null ? null : line)
    return () => tell(null)
  }, [url, line])
  return line
}
