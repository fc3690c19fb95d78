// Facts a phone may still show without a line: what the signed-in person has read, theirs alone, as long as a session
// lasts. Gone when they sign out, when somebody else signs in, and when the server says the session has ended.
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { RefusalError } from './api.ts'
import { deviceStore } from './device-store.ts'

type Fact = { key: string; owner: string; queryKey: QueryKey; data: unknown; at: number }

const store = deviceStore<Fact>('facts')

/** A session ends after so long without a call (server/people/who.ts): older facts belong to nobody who is here. */
const factHoursMax = 36

let line: Promise<unknown> = Promise.resolve()
/** One after the other: what is forgotten must not overtake what is remembered. */
const inLine = (work: () => Promise<unknown>) => void (line = line.then(work).catch(() => null))

async function forgetAllBut(owner: string | null): Promise<void> {
  for (const fact of await store.all()) if (fact.owner !== owner) await store.remove(fact.key)
}

type Facts = {
  /** The endpoint that says who is here. */
  me: string
  /** Whose answers may be shown later. By name: the frame of the door does without their contracts. */
  others: readonly string[]
}

/** Fills the cache with what this phone knows, before the first page is drawn. */
export async function recallFacts(client: QueryClient, { me, others }: Facts): Promise<void> {
  const oldest = Date.now() - factHoursMax * 3_600_000
  const fresh = (await store.all().catch(() => [])).filter(({ at }) => at > oldest)
  const last = fresh.filter(({ queryKey }) => queryKey[0] === me).sort((a, b) => b.at - a.at)[0]
  const names = new Set([me, ...others])
  for (const name of names) client.setQueryDefaults([name], { gcTime: Number.POSITIVE_INFINITY })
  for (const { owner, queryKey, data, at } of fresh)
    if (owner === last?.owner && names.has(String(queryKey[0])))
      client.setQueryData(queryKey, data, { updatedAt: at })
}

/** From here on every answer of these endpoints is also kept on the phone. */
export function rememberFacts(client: QueryClient, { me, others }: Facts): void {
  const names = new Set(others)
  let owner = client.getQueryData<{ id: string }>([me, {}])?.id ?? null
  client.getQueryCache().subscribe((event) => {
    const { queryKey, queryHash, state } = event.query
    const isMe = queryKey[0] === me
    if (isMe && (event.type === 'removed' || hasEnded(state.error))) {
      owner = null
      return inLine(() => forgetAllBut(null))
    }
    if (event.type !== 'updated' || event.action.type !== 'success') return
    if (isMe) {
      const { id } = state.data as { id: string }
      owner = id
      inLine(() => forgetAllBut(id))
    }
    const whose = owner
    if (whose === null || !(isMe || names.has(String(queryKey[0])))) return
    const fact = { owner: whose, queryKey, data: state.data, at: state.dataUpdatedAt }
    inLine(() => store.put({ ...fact, key: `${whose} ${queryHash}` }))
  })
}

const hasEnded = (error: unknown): boolean =>
  error instanceof RefusalError && error.refusal === 'not_signed_in'
