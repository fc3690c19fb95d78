// Rules of the second factor 双因素: for whom a place demands it, and when a code is good. The arithmetic of RFC 6238 is
// the server's; here it is said which time steps count.
import type { Grant } from './actor.ts'

/** The rule, set per place and from a day on: the roles that must have a second factor there. */
export const secondFactorRule = 'people.secondFactor' as const

/** Does one of his grants demand it, by the rule that holds at the place of that grant? */
export function needsSecondFactor(
  grants: readonly Pick<Grant, 'role' | 'areaPath'>[],
  rolesAt: (areaPath: string) => unknown,
): boolean {
  return grants.some(({ role, areaPath }) => {
    const demanded = rolesAt(areaPath)
    return Array.isArray(demanded) && demanded.includes(role)
  })
}

export const stepSeconds = 30
/** Clocks of telephones are off by some seconds: the step before and the one after count too (RFC 6238, 5.2). */
export const stepsOff = 1
export const recoveryCodes = 10

/** A code counts once: somebody who read it over a shoulder comes too late. */
export function isFreshStep(step: number, lastStep: number | null): boolean {
  return lastStep === null || step > lastStep
}

/** Digits of the application, spaces between them allowed; else it may be a recovery code. */
export function kindOfCode(typed: string): { kind: 'totp' | 'recovery'; code: string } | null {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) return { kind: 'totp', code: plain }
  if (/^[2-9A-HJ-NP-Z]{12}$/.test(plain)) return { kind: 'recovery', code: plain }
  return null
}
