// Speaking with another Open311 server: one question, one answer, in JSON or in the XML that the specification demands.
import { XMLParser } from 'fast-xml-parser'
import { faultIn, isRefusal, listIn } from '#core/exchange/remote.ts'
import type { App } from '../app.ts'
import { sendOut } from '../kit/outbound.ts'
import type { RemoteRow } from './store-remotes.ts'

export type Told =
  | { kind: 'said'; said: unknown }
  | { kind: 'no'; status: number; words: string }
  | { kind: 'trouble'; why: string; retryAfterSeconds: number }

type Asking = {
  path: string
  query?: Record<string, string>
  /** Given, it is a POST. */
  form?: Record<string, string>
}

export const placeOfKey = (remote: { areaId: number; id: string }) => ({
  table: 'exchange.remotes',
  column: 'key',
  communityId: remote.areaId,
  caseId: remote.id,
  voice: 0,
})

const xml = new XMLParser({ parseTagValue: false, ignoreAttributes: true })

export async function askRemote(
  app: App,
  remote: RemoteRow,
  { path, query = {}, form }: Asking,
): Promise<Told> {
  const common = {
    ...(remote.jurisdiction !== null && { jurisdiction_id: remote.jurisdiction }),
    ...(remote.sealedKey !== null && {
      api_key: app.keys.open(remote.sealedKey, placeOfKey(remote)),
    }),
  }
  const asked = new URLSearchParams(form === undefined ? { ...query, ...common } : query)
  const search = asked.size === 0 ? '' : `?${asked.toString()}`
  const outcome = await sendOut({
    method: form === undefined ? 'GET' : 'POST',
    url: `${remote.url.replace(/\/+$/, '')}/${path}.json${search}`,
    privateAllowed: app.config.privateReceivers,
    headers: {
      accept: 'application/json',
      'accept-language': 'zh-CN',
      ...(form !== undefined && {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      }),
    },
    ...(form !== undefined && { body: new URLSearchParams({ ...form, ...common }).toString() }),
  })
  if (!outcome.ok) return { kind: 'trouble', why: outcome.why.slice(0, 200), retryAfterSeconds: 0 }
  const { status, text, retryAfterSeconds } = outcome
  const said = read(text)
  if (status >= 200 && status < 300) return { kind: 'said', said }
  const words = faultIn(said, text)
  if (isRefusal(status)) return { kind: 'no', status, words: words || `HTTP ${status}` }
  return { kind: 'trouble', why: `HTTP ${status}${words && ` ${words}`}`, retryAfterSeconds }
}

/** Null where it is neither. */
function read(text: string): unknown {
  try {
    return /^\s*</.test(text) ? (xml.parse(text) as unknown) : (JSON.parse(text) as unknown)
  } catch {
    return null
  }
}

export type Offered = { code: string; name: string }

export function offeredIn(said: unknown): Offered[] {
  return listIn(said)
    .flatMap((one) => {
      const { service_code: code, service_name: name } = one as Record<string, unknown>
      if (typeof code !== 'string' && typeof code !== 'number') return []
      return [{ code: String(code), name: typeof name === 'string' ? name : String(code) }]
    })
    .slice(0, 1000)
}
