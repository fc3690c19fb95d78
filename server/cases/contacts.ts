// Sealed contacts of a case: where they lie, whether anything is left of them, and in which office somebody opens them.

import type { CaseFile } from '#core/cases/case.ts'
import type { Actor } from '#core/people/actor.ts'
import { type Spot, roleAt } from '#core/people/rights.ts'
import type { Role } from '#core/people/roles.ts'
import type { ContactRow } from './reads.ts'

export const contactPlace = (file: CaseFile, voice: number, column: 'name' | 'phone') => ({
  table: 'cases.contacts',
  column,
  communityId: file.communityId,
  caseId: file.id,
  voice,
})

export const isKept = ({ sealedName, sealedPhone }: ContactRow): boolean =>
  sealedName !== null || sealedPhone !== null

/** In which role somebody looks, and of which area: his own at this layer, or the street centre's in its place. */
export function officeOf(actor: Actor, home: Spot): { role: Role | null; areaId: number } {
  const role = roleAt(actor, home)
  const granted =
    actor.kind === 'person'
      ? actor.grants.find((g) => g.role === role && home.areaPath.startsWith(g.areaPath))
      : undefined
  return { role, areaId: granted?.areaId ?? home.areaId }
}
