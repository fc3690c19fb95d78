// A cursor that counts rows comes from a link somebody kept or mended: what is none begins with the first page.
import { expect, test } from 'vitest'
import { listGroups } from '#core/activities/contract-groups.ts'
import { codes, openTown } from '#testing/town.ts'

test('a page before the first, half a page, one beyond all numbers', async () => {
  const t = await openTown()
  const wu = await t.as('wu')
  for (const after of ['-1', '1.5', '1e300', 'Infinity']) {
    const answer = await wu.call(listGroups, { code: codes.community, after })
    expect([after, answer.status]).toEqual([after, 200])
  }
})
