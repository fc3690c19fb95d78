// What the signed-in person's grants carry, for pages that show or explain a button. The server decides for the place.
import type { MeView } from '#core/people/contract.ts'
import { type Right, roles } from '#core/people/roles.ts'
import { useMe } from './me.ts'

export function carries(me: MeView | undefined, ...rights: Right[]): boolean {
  return (
    me?.grants.some((grant) => rights.some((right) => roles[grant.role].rights.includes(right))) ??
    false
  )
}

export function useRight(...rights: Right[]): boolean {
  return carries(useMe().data, ...rights)
}
