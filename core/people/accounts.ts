// Rules of accounts: who may be granted what, how the three administrators are kept apart, what a password must be.
import { holdsOn, type Actor, type DatedGrant } from './actor.ts'
import { hasRight, type Spot } from './rights.ts'
import { roles, type Role } from './roles.ts'

export type GrantWish = {
  readonly role: Role
  readonly area: Spot & { readonly level: string }
  readonly unit: { readonly id: number; readonly areaId: number } | null
  readonly validFrom: string
  readonly validTo: string | null
}

/** Whom it is for, with everything granted to him that has not ended. */
export type Holder = { readonly id: string; readonly grants: readonly DatedGrant[] }

export type GrantRefusal =
  | 'not_allowed'
  | 'not_to_oneself'
  | 'wrong_level'
  | 'unit_needed'
  | 'unit_not_fitting'
  | 'dates_wrong'
  | 'already_granted'
  | 'administrators_stay_apart'

export function whyCannotGrant(wish: GrantWish, to: Holder, by: Actor): GrantRefusal | null {
  const card = roles[wish.role]
  if (!hasRight(by, 'keepGrants', wish.area)) return 'not_allowed'
  if (by.id === to.id) return 'not_to_oneself'
  if (card.levels !== null && !card.levels.includes(wish.area.level)) return 'wrong_level'
  if (card.needsUnit && wish.unit === null) return 'unit_needed'
  if (!card.needsUnit && wish.unit !== null) return 'unit_not_fitting'
  if (wish.unit !== null && wish.unit.areaId !== wish.area.areaId) return 'unit_not_fitting'
  if (wish.validTo !== null && wish.validTo <= wish.validFrom) return 'dates_wrong'
  const others = to.grants.filter((held) => overlaps(held, wish))
  if (others.some((held) => isSame(held, wish))) return 'already_granted'
  if (!others.every((held) => mayMeet(held.role, wish.role))) return 'administrators_stay_apart'
  return null
}

function overlaps(a: Pick<DatedGrant, 'validFrom' | 'validTo'>, b: GrantWish): boolean {
  return (
    (b.validTo === null || a.validFrom < b.validTo) &&
    (a.validTo === null || b.validFrom < a.validTo)
  )
}

function isSame(held: DatedGrant, wish: GrantWish): boolean {
  return (
    held.role === wish.role &&
    held.areaId === wish.area.areaId &&
    held.unitId === (wish.unit?.id ?? null)
  )
}

/**
 * Separation of duties (GB/T 22239-2019, level 3): administrators do no case work, and who reads the log of looks
 * administers nothing else. System and security administrator may be one person in a small place.
 */
export function mayMeet(a: Role, b: Role): boolean {
  if (roles[a].administers !== roles[b].administers) return false
  return a === b || !roles[a].administers || (a !== 'auditAdmin' && b !== 'auditAdmin')
}

/**
 * Who keeps an account: an administrator of everything it was granted. The account of another administrator needs
 * the right to grant as well, or resetting a password would be a way to more rights.
 */
export function mayKeepAccount(by: Actor, of: Holder, day: string): boolean {
  const held = of.grants.filter((grant) => holdsOn(grant, day))
  const anywhere =
    by.kind === 'person' && by.grants.some((grant) => hasRight(by, 'keepAccounts', grant))
  if (!anywhere) return false
  return held.every(
    (grant) =>
      hasRight(by, 'keepAccounts', grant) &&
      (!roles[grant.role].administers || hasRight(by, 'keepGrants', grant)),
  )
}

const commonPasswords = new Set([
  '1234567890',
  '12345678910',
  '0123456789',
  '1111111111',
  '0000000000',
  'qwertyuiop',
  'password123',
  'password1234',
  'passw0rd123',
  'iloveyou123',
  'admin123456',
  'administrator',
  'woaini1314520',
  'qwerty123456',
  '1q2w3e4r5t',
  'abcd123456',
  'a123456789',
  '1qaz2wsx3edc',
])

/** Length counts for more than kinds of signs; what everybody tries first is refused. */
export function isWeakPassword(password: string, login: string): boolean {
  const plain = password.toLowerCase()
  if ([...password].length < 10 || commonPasswords.has(plain)) return true
  if (new Set(plain).size < 4) return true
  return plain.includes(login.toLowerCase()) && plain.length < login.length + 6
}

/** Failures in a row → minutes of silence: none before the fifth, then 1, 2, 4 … at most an hour. */
export function lockMinutes(failures: number): number {
  return failures < 5 ? 0 : Math.min(60, 2 ** (failures - 5))
}
