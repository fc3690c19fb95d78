// From an actor to the scope of his transactions: the wall in the database behind the rules in core.
import type { Actor, Person } from '#core/people/actor.ts'
import { roots, standIns, tokenMay, unitsOf } from '#core/people/rights.ts'
import type { Scope } from '#server/kit/db.ts'

export function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'person':
      return staffScope(actor)
    case 'system':
      return tokenMay(actor, 'cases:read')
        ? { kind: 'staff', personId: actor.id, roots: roots(actor), units: [] }
        : { kind: 'public' }
    case 'voice':
      return { kind: 'voice', caseId: actor.caseId, voice: actor.voice }
    case 'job':
      return { kind: 'job' }
    case 'anyone':
      return { kind: 'public' }
  }
}

function staffScope(person: Person): Scope {
  const stands = standIns(person)
  return {
    kind: 'staff',
    personId: person.id,
    roots: [...new Set([...roots(person), ...stands.roots])],
    units: [...new Set([...unitsOf(person), ...stands.units])],
  }
}
