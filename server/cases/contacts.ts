// Sealed contacts of a case: where they lie, whether anything is left of them, and in which office somebody opens them.

import type { CaseFile } from '#core/cases/case.ts'
import { contactFields } from '#core/cases/personal.ts'
import type { Words } from '#core/kit/words.ts'
import type { Actor } from '#core/people/actor.ts'
import { type Spot, roleAt } from '#core/people/rights.ts'
import type { Role } from '#core/people/roles.ts'
import type { App } from '../app.ts'
import { textOn } from '../people/privacy.ts'
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

/** What stood beside the field when the number was left; what was left before texts had days, nobody knows. */
export function toldBy(
  app: Pick<App, 'places'>,
  file: CaseFile,
  on: string | null,
): { on: string; purpose: Words } | null {
  const [phone] = contactFields
  const text = on === null || phone === undefined ? null : textOn(app, phone, file.filedAreaId, on)
  return on === null || text === null ? null : { on, purpose: text.purpose }
}

export const wantsCalls = (file: CaseFile, by: Actor): boolean =>
  file.voices.find(({ serial }) => by.kind === 'voice' && serial === by.voice)?.calls ?? true

/** Which of the two lies there for this voice. */
export function heldIn(contacts: readonly ContactRow[], by: Actor) {
  const row = contacts.find(({ voice }) => by.kind === 'voice' && voice === by.voice)
  return { name: (row?.sealedName ?? null) !== null, phone: (row?.sealedPhone ?? null) !== null }
}
