// The same wall as the policies of the database, for cases that are already in memory.

import type { Scope } from '../kit/db.ts'

type Seen = { filedPath: string; homePath: string; chainUnits: number[] }

export function seesCase(scope: Scope, of: Seen): boolean {
  if (scope.kind !== 'staff') return false
  const under = scope.roots.some(
    (root) => root !== '' && (of.filedPath.startsWith(root) || of.homePath.startsWith(root)),
  )
  return under || of.chainUnits.some((unit) => scope.units.includes(unit))
}
