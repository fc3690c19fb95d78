// API tokens of other systems: made and ended by the system administrator, for one subtree and a few scopes.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import type * as contract from '#core/people/contract-staff.ts'
import { holdsOn, type TokenScope } from '#core/people/actor.ts'
import { hasRight } from '#core/people/rights.ts'
import type { App, Who } from '#server/app.ts'
import { type Tx, inScope, once } from '#server/kit/db.ts'
import { isUuid } from '#core/kit/ids.ts'
import { localDate } from '#core/kit/time.ts'
import { findArea, spotOf } from './find-area.ts'
import * as store from './store-tokens.ts'
import { forgetWho, hashOfSecret, newSecret } from './who.ts'

const job = { kind: 'job' } as const

type Made = OutputOf<typeof contract.makeToken>

export async function makeToken(
  app: App,
  who: Who,
  { commandId, ...input }: InputOf<typeof contract.makeToken>,
): Promise<Result<Made, 'no_such_area' | 'dates_wrong' | 'not_allowed' | 'command_reused'>> {
  // The secret is kept nowhere: a repeat of the command cannot say it again.
  const veil = {
    store: ({ id }: Made) => ({ id }),
    recall: (kept: unknown): Made => ({ id: (kept as Made).id, token: null }),
  }
  return once(app, who.actor, job, { commandId, content: input, veil }, async (tx, now) => {
    const area = findArea(app, input.areaCode)
    if (area === null) return refused('no_such_area')
    if (!hasRight(who.actor, 'keepTokens', spotOf(area))) return refused('not_allowed')
    if (input.validTo !== null && input.validTo <= input.validFrom) return refused('dates_wrong')
    const token = newSecret()
    const id = app.newId()
    await store.addToken(tx, {
      id,
      tokenHash: hashOfSecret(token),
      name: input.name,
      scopes: input.scopes,
      areaId: area.id,
      validFrom: input.validFrom,
      validTo: input.validTo,
      by: who.actor.id,
      at: now(),
    })
    return done({ id, token })
  })
}

export async function revokeToken(
  app: App,
  who: Who,
  { commandId, id }: InputOf<typeof contract.revokeToken>,
): Promise<Result<object, 'no_such_token' | 'command_reused'>> {
  if (!isUuid(id)) return refused('no_such_token')
  const answer = await once(
    app,
    who.actor,
    job,
    { commandId, content: { id } },
    async (tx, now) => {
      const token = await store.lockToken(tx, id)
      if (token === null) return refused('no_such_token')
      const spot = spotOf(app.places.geography.get(token.areaId))
      if (!hasRight(who.actor, 'keepTokens', spot)) return refused('no_such_token')
      await store.revokeToken(tx, { id, by: who.actor.id, at: now() })
      return done({})
    },
  )
  forgetWho(app)
  return answer
}

/** A token as other rooms may know of it: what it may read, where, and whether it holds today. Never its secret. */
export type KnownToken = {
  id: string
  name: string
  scopes: readonly TokenScope[]
  areaPath: string
  holds: boolean
}

export async function tokensById(
  app: Pick<App, 'now'>,
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, KnownToken>> {
  if (ids.length === 0) return new Map()
  const rows = await store.findTokens(tx, ids)
  const now = app.now()
  return new Map(
    rows.map(({ revokedAt, timeZone, validFrom, validTo, ...row }) => [
      row.id,
      {
        ...row,
        holds: revokedAt === null && holdsOn({ validFrom, validTo }, localDate(now, timeZone)),
      },
    ]),
  )
}

export async function listTokens(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listTokens>,
): Promise<Result<OutputOf<typeof contract.listTokens>, 'not_allowed'>> {
  const { actor } = who
  const kept =
    actor.kind === 'person'
      ? actor.grants.filter((grant) => hasRight(actor, 'keepTokens', grant))
      : []
  if (kept.length === 0) return refused('not_allowed')
  const limit = input.limit ?? 50
  const roots = kept.map((grant) => grant.areaPath)
  const rows = await inScope(app.db, job, (tx) =>
    store.listTokens(tx, { roots, after: input.after ?? '', limit }),
  )
  return done({ items: rows, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null })
}
