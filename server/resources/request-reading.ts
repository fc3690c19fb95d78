// Requests as lists, one in full with what can be done now, and the ledger of what was asked, given and used.
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import { hasRight } from '#core/people/rights.ts'
import type * as contract from '#core/resources/contract-requests.ts'
import type { RequestRow } from '#core/resources/contract-requests.ts'
import { type ResourceRequest, daysLate, requestMoves, whyCannot } from '#core/resources/request.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope } from '../kit/db.ts'
import { findArea, spotOf } from '../people/find-area.ts'
import { levelAbove, mayMove } from './requests.ts'
import * as resources from './store.ts'
import * as store from './store-requests.ts'
import { areaRef, mayKeep } from './views.ts'

async function namesOf(tx: Tx, rows: readonly ResourceRequest[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ resourceId }) => resourceId ?? []))]
  if (ids.length === 0) return new Map()
  return new Map((await resources.listById(tx, ids)).map(({ id, name }) => [id, name]))
}

function rowOf(app: App, q: ResourceRequest, names: ReadonlyMap<string, string>): RequestRow {
  const today = localDate(app.now(), app.places.geography.get(q.communityId).timeZone)
  return {
    id: q.id,
    asker: areaRef(app, q.communityId),
    to: areaRef(app, q.to.id),
    state: q.state,
    what: q.what,
    forWhom: q.forWhom,
    wantedFrom: q.wantedFrom,
    wantedUntil: q.wantedUntil,
    askedOn: q.askedOn,
    answerBy: q.answerBy,
    daysLate: daysLate(q, today),
    uses: q.uses,
    units: q.units,
    personTimes: q.personTimes,
    resource:
      q.resourceId === null ? null : { id: q.resourceId, name: names.get(q.resourceId) ?? '' },
    refusedBy: q.refusedById === null ? null : areaRef(app, q.refusedById),
  }
}

const after = (text: string | undefined): { day: string; id: string } | null => {
  const found = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(text ?? '')
  return found === null ? null : { day: found[1]!, id: found[2]! }
}

export async function listRequests(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listRequests>,
): Promise<Result<OutputOf<typeof contract.listRequests>, 'no_such_area' | 'not_yours'>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  if (!mayKeep(who, area)) return refused('not_yours')
  const limit = input.limit ?? 50
  const box = input.box ?? 'in'
  return inScope(app.db, who.scope, async (tx) => {
    const rows = await store.listRequests(tx, {
      toId: box === 'in' ? area.id : null,
      below: box === 'out' ? area.path : null,
      state: input.state ?? null,
      resourceId: null,
      after: after(input.after),
      limit: limit + 1,
    })
    const shown = rows.slice(0, limit)
    const names = await namesOf(tx, shown)
    const last = shown.at(-1)
    return done({
      items: shown.map((q) => rowOf(app, q, names)),
      next: rows.length > limit && last !== undefined ? `${last.due} ${last.id}` : null,
    })
  })
}

export function getRequest(
  app: App,
  who: Who,
  { id }: InputOf<typeof contract.getRequest>,
): Promise<Result<OutputOf<typeof contract.getRequest>, 'no_such_request'>> {
  return inScope(app.db, who.scope, async (tx) => {
    const q = await store.findRequest(tx, id)
    // Whoever keeps neither side has nothing to do with it; that it exists is no secret worth a second answer.
    if (q === null || !(mayMove(who, q, 'answer') || mayMove(who, q, 'withdraw')))
      return refused('no_such_request')
    const names = await namesOf(tx, [q])
    const above = levelAbove(app, q)
    return done({
      ...rowOf(app, q, names),
      why: q.why,
      answer: q.answer,
      alternative: q.alternative,
      answeredAt: q.answeredAt,
      terms: q.terms,
      termsUntil: q.termsUntil,
      brought: q.brought,
      version: q.version,
      above: above === null ? null : areaRef(app, above.id),
      usesList: await store.listUses(tx, id),
      moves: await store.listMoves(tx, id),
      offers: requestMoves.flatMap((move) => {
        if (move === 'ask') return []
        const why = whyCannot(move, q, above)
        const side = mayMove(who, q, move)
        return [{ move, whyNot: why ?? (side ? null : 'not_yours') }]
      }),
    })
  })
}

export async function listLedger(
  app: App,
  who: Who,
  input: InputOf<typeof contract.listLedger>,
): Promise<Result<OutputOf<typeof contract.listLedger>, 'no_such_area' | 'not_yours'>> {
  const area = findArea(app, input.area)
  if (area === null) return refused('no_such_area')
  if (!hasRight(who.actor, 'readFigures', spotOf(area))) return refused('not_yours')
  // Sums without persons: read past the walls, after the right was asked.
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const rows = await store.listLedger(tx, area.path, area.timeZone)
    const { levels } = app.places.geography
    return done({
      items: rows.map((row) => {
        const level = levels.find((each) => each.tree === area.tree && each.level === row.level)
        return { ...row, levelName: { zh: level?.zh ?? row.level, en: level?.en ?? row.level } }
      }),
      next: null,
    })
  })
}
