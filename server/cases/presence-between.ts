// Presence between servers: what one process is told of its pages is passed to the others, gathered for a moment, sealed,
// and never written anywhere. A process that hears nothing shows who is on it itself.
import type { Here } from '#core/cases/presence.ts'
import { type Between, payloadBytesMax } from '../kit/between.ts'
import type { FieldKeys, FieldPlace } from '../kit/seal-fields.ts'

/** Null: this page was left. */
export type Passed = Pick<Here, 'tab' | 'personId'> & {
  number: string
  here: Pick<Here, 'name' | 'post' | 'doing'> | null
}

export type Passing = { pass: (one: Passed) => void; stop: () => void }

const topic = 'presence'
const gatherMs = 250
/** Of one gathering; what is left waits for the next, and a page's newer word takes the place of its older one. */
const messagesMax = 6
/** Sealed and written in base64 a text grows by a third. */
const plainBytesMax = Math.floor(payloadBytesMax * 0.7) - 200

const place: FieldPlace = {
  table: topic,
  column: topic,
  communityId: 0,
  caseId: '',
  voice: 0,
}

type Said = { from: string; serial: number; pages: Passed[] }
type Ways = { between: Between; keys: FieldKeys; from: string }

export function passPresence(
  { between, keys, from }: Ways,
  hear: (heard: readonly Passed[]) => void,
): Passing {
  const waiting = new Map<string, Passed>()
  const heardOf = new Map<string, number>()
  let said = 0
  let timer: NodeJS.Timeout | null = null
  const send = () => {
    timer = null
    for (let sent = 0; sent < messagesMax && waiting.size > 0; sent += 1)
      between.say(
        topic,
        keys.seal(JSON.stringify({ from, serial: (said += 1), pages: taken(waiting) }), place),
      )
    if (waiting.size > 0) timer = setTimeout(send, gatherMs).unref()
  }
  between.hear(topic, (payload) => {
    const heard = opened(keys, payload)
    if (heard === null || heard.from === from) return
    // Whoever may listen at this database may say again what he heard: nothing is believed twice.
    if (heard.serial <= (heardOf.get(heard.from) ?? 0)) return
    heardOf.set(heard.from, heard.serial)
    hear(heard.pages)
  })
  return {
    pass: (one) => {
      const key = `${one.number} ${one.personId} ${one.tab}`
      waiting.delete(key)
      waiting.set(key, one)
      timer ??= setTimeout(send, gatherMs).unref()
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}

/** As many as one message holds, oldest first; at least one, however long its words. */
function taken(waiting: Map<string, Passed>): Passed[] {
  const pages: Passed[] = []
  let bytes = 0
  for (const [key, one] of waiting) {
    const size = Buffer.byteLength(JSON.stringify(one)) + 1
    if (pages.length > 0 && bytes + size > plainBytesMax) break
    bytes += size
    pages.push(one)
    waiting.delete(key)
  }
  return pages
}

/** Null for what does not open: said by somebody else, or with keys this process does not have yet. */
function opened(keys: FieldKeys, payload: string): Said | null {
  try {
    return JSON.parse(keys.open(payload, place)) as Said
  } catch {
    return null
  }
}
