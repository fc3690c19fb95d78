import { expect, test } from 'vitest'
import { tileKeys } from '#core/cockpit/contract.ts'
import { loopGroups } from './loop-groups.ts'

test('every figure of the loop stands in one group: what folds is not lost', () => {
  const keys = loopGroups.flatMap(([, of]) => of)
  expect(keys.toSorted()).toEqual([...tileKeys].toSorted())
})
