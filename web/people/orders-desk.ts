// Whose desk takes orders of the hotline in: a duty person of a street, or of a layer above. The server decides for the place.
import type { MeView } from '#core/people/contract.ts'
import { roles } from '#core/people/roles.ts'

const levels: readonly string[] = ['street', 'district', 'city']

type GrantOfMe = MeView['grants'][number]

export const ordersDeskOf = (me: MeView): GrantOfMe | null =>
  me.grants.find(
    (grant) =>
      grant.unitId === null &&
      levels.includes(grant.areaLevel) &&
      roles[grant.role].marks.includes('DP'),
  ) ?? null
