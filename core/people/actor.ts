// Who is asking. An actor is built once per request by server/people and then only read; the rules of
// rights.ts and of the case moves take it as a plain value, so they also run on the phone.
import type { Role } from './roles.ts'

export type Grant = {
  readonly role: Role
  readonly areaId: number
  /** Ids of the area's ancestors and itself, "/1/15/230/". */
  readonly areaPath: string
  readonly areaLevel: string
  readonly unitId: number | null
}

/** A grant with its dates: `validTo` is the first day on which it no longer holds. */
export type DatedGrant = Grant & { readonly validFrom: string; readonly validTo: string | null }

/** What an API token of another system may do. */
export const tokenScopes = [
  'cases:read',
  'cases:report',
  'open311',
  'figures:read',
  'orders',
] as const
export type TokenScope = (typeof tokenScopes)[number]

/** Where a person stands in now without a grant of his own: by the roster, or for somebody who is away. */
export type Stand = {
  readonly areaId: number
  readonly areaPath: string
  readonly unitId: number | null
}

export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly name: string
  readonly grants: readonly Grant[]
  /** He sees what is seen there; whether he may act is asked of whoever is responsible now. */
  readonly stands?: readonly Stand[]
}
/** A reporter or neighbour who proved the secret of one voice of one case. */
export type VoiceActor = {
  readonly kind: 'voice'
  readonly id: string
  readonly caseId: string
  readonly voice: number
}
/** Another system, by its API token, for one subtree. */
export type SystemActor = {
  readonly kind: 'system'
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly areaId: number
  readonly areaPath: string
  /** The id of the case that it proved to have reported: there it has the reporter's word. */
  readonly reported?: string
  /** The unit that is this system: it signs for that unit and hands back, and never says that work is done. */
  readonly speaksFor?: number
}
export type JobActor = { readonly kind: 'job'; readonly id: string }
/** Anybody: a resident who only reads or reports. The id separates their commands, it names nobody. */
export type AnyoneActor = { readonly kind: 'anyone'; readonly id: string }

export type Actor = Person | VoiceActor | SystemActor | JobActor | AnyoneActor

export function voiceActor(caseId: string, voice: number): VoiceActor {
  return { kind: 'voice', id: `voice:${caseId}:${voice}`, caseId, voice }
}

/** The day is a local date of the place, 'YYYY-MM-DD': such dates compare as text. */
export function holdsOn(
  dated: { validFrom: string; validTo: string | null },
  day: string,
): boolean {
  return dated.validFrom <= day && (dated.validTo === null || day < dated.validTo)
}

export function grantsOn(grants: readonly DatedGrant[], day: string): Grant[] {
  return grants
    .filter((grant) => holdsOn(grant, day))
    .map(({ role, areaId, areaPath, areaLevel, unitId }) => ({
      role,
      areaId,
      areaPath,
      areaLevel,
      unitId,
    }))
}
