// Who has which case open, in the memory of the processes and nowhere else: no table, no log, no count. An entry lives as
// long as its page keeps saying so, and is told to whoever has the same case open, over the live line they hold.

import type { tellPresence as contract } from '#core/cases/contract-presence.ts'
import type { Here, Present } from '#core/cases/presence.ts'
import { isStillHere, othersIn } from '#core/cases/presence.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Words } from '#core/kit/words.ts'
import type { Person } from '#core/people/actor.ts'
import { roles } from '#core/people/roles.ts'
import { postWords } from '#core/people/words.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import { officeOf } from './contacts.ts'
import { type Passing, passPresence } from './presence-between.ts'
import { receiverName } from './receivers.ts'
import { findPlace } from './reads.ts'

export type Hear = (number: string, others: Present[]) => void

export type Presence = {
  /** Says somebody is here, and answers who else is. */
  here: (number: string, one: Omit<Here, 'at'>) => Present[]
  left: (number: string, personId: string, tab: string) => void
  /** Called when the others in a case this person has open have changed. Returns the way to stop. */
  listen: (personId: string, hear: Hear) => () => void
  stop: () => void
}

const pagesOfOneMax = 24
const sweepMs = 2_000

type Listener = { personId: string; hear: Hear; told: Map<string, string> }

/** By our own clock from when something was heard: two machines need not agree on the second. */
export function createPresence(
  now: () => string,
  ways: Parameters<typeof passPresence>[0],
): Presence {
  const here = hereNow(now)
  const passing: Passing = passPresence(ways, (heard) => {
    for (const { number, here: said, ...page } of heard)
      if (said === null) here.leave(number, page)
      else here.come(number, { ...page, ...said })
  })
  return {
    here: (number, one) => {
      const { tab, personId, ...said } = one
      here.come(number, one)
      passing.pass({ number, tab, personId, here: said })
      return othersIn(here.at(number), personId, now())
    },
    left: (number, personId, tab) => {
      here.leave(number, { personId, tab })
      passing.pass({ number, tab, personId, here: null })
    },
    listen: here.listen,
    stop: () => {
      here.stop()
      passing.stop()
    },
  }
}

/** Who is in which case, as far as this process knows, and whoever wants to hear of it. */
function hereNow(now: () => string) {
  const cases = new Map<string, Here[]>()
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | null = null

  const tell = (number: string, { personId, hear, told }: Listener) => {
    const all = (cases.get(number) ?? []).filter((one) => isStillHere(one, now()))
    if (!all.some((one) => one.personId === personId)) return void told.delete(number)
    const others = othersIn(all, personId, now())
    const seen = JSON.stringify(others)
    if ((told.get(number) ?? '[]') === seen) return
    told.set(number, seen)
    hear(number, others)
  }
  const stop = () => {
    if (timer !== null) clearInterval(timer)
    timer = null
  }
  /** Puts the list in place and tells everybody to whom it looks different now. */
  const set = (number: string, all: readonly Here[]) => {
    const here = all.filter((one) => isStillHere(one, now()))
    if (here.length === 0) cases.delete(number)
    else cases.set(number, here)
    for (const listener of listeners) tell(number, listener)
    if (cases.size === 0) stop()
    else timer ??= setInterval(sweep, sweepMs).unref()
  }
  const sweep = () => {
    for (const [number, all] of cases)
      if (!all.every((one) => isStillHere(one, now()))) set(number, all)
  }
  const at = (number: string) => cases.get(number) ?? []
  const come = (number: string, one: Omit<Here, 'at'>) => {
    const rest = at(number).filter((each) => !isSame(each, one))
    const own = rest.filter((each) => each.personId === one.personId)
    const kept = own.length < pagesOfOneMax ? rest : rest.filter((each) => each !== own[0])
    set(number, [...kept, { ...one, at: now() }])
  }
  const leave = (number: string, page: Pick<Here, 'personId' | 'tab'>) =>
    set(
      number,
      at(number).filter((each) => !isSame(each, page)),
    )
  const listen: Presence['listen'] = (personId, hear) => {
    const listener = { personId, hear, told: new Map<string, string>() }
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return { at, come, leave, listen, stop }
}

const isSame = (a: Pick<Here, 'personId' | 'tab'>, b: Pick<Here, 'personId' | 'tab'>): boolean =>
  a.personId === b.personId && a.tab === b.tab

/** Only who may read the case can be in it; the database says who may. */
export async function tellPresence(
  app: App,
  who: Who,
  { number, tab, here, doing }: InputOf<typeof contract>,
): Promise<Result<{ others: Present[] }>> {
  const home = await inScope(app.db, who.scope, (tx) => findPlace(tx, number))
  if (home === null) return refused('no_such_case')
  const { actor } = who
  if (actor.kind !== 'person') return done({ others: [] })
  if (!here) {
    app.presence.left(number, actor.id, tab)
    return done({ others: [] })
  }
  const post = postAt(app, actor, home.homeAreaId)
  const one = { tab, personId: actor.id, name: actor.name, post, doing }
  return done({ others: app.presence.here(number, one) })
}

/** The unit where somebody serves in one, else the office towards the place of the case. */
function postAt(app: App, person: Person, homeAreaId: number): Words {
  const { geography } = app.places
  const home = { areaId: homeAreaId, areaPath: geography.get(homeAreaId).path }
  const unit = person.grants.find((grant) => grant.unitId !== null)
  const { role } = officeOf(person, home)
  const named = role ?? person.grants[0]?.role
  if (named !== undefined && unit === undefined) return postWords[named] ?? roles[named].name
  return unit === undefined ? { zh: '', en: '' } : receiverName(app, unit)
}
