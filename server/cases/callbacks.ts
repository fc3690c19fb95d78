// Calling back after closing, and who may be the second person of a call that answered nothing.

import { decideCallback } from '#core/cases/callback.ts'
import type { CaseFile } from '#core/cases/case.ts'
import { handlersOf } from '#core/cases/case.ts'
import type * as contract from '#core/cases/contract-checks.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import { roles } from '#core/people/roles.ts'
import type { App, Who } from '../app.ts'
import { inScope } from '../kit/db.ts'
import type { Tx } from '../kit/db.ts'
import { listAreaStaff } from '../people/team.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'
import { readCase } from './store.ts'

export const callBack = (app: App, by: Mover, input: InputOf<typeof contract.callBack>) =>
  move(app, by, input, async (file, settings, tx) => {
    const said = { ...input, reason: input.reason ?? null }
    const decided = decideCallback(file, by.actor, said, settings)
    if (!decided.ok || input.valid || input.reviewer === null) return decided
    const team = await reviewersOf(app, tx, file)
    return team.some(({ id }) => id === input.reviewer) ? decided : refused('reviewer_missing')
  })

export function listReviewers(app: App, who: Who, number: string) {
  return inScope(app.db, who.scope, async (tx) => {
    const found = await readCase(tx, number)
    if (found === null) return refused('no_such_case')
    const team = await reviewersOf(app, tx, found.file)
    return done({ items: team.filter(({ id }) => id !== who.actor.id) })
  })
}

/** Duty officers and heads of the home layer and of the one above it, less whoever handled the case. */
async function reviewersOf(app: App, tx: Tx, file: CaseFile) {
  const { parentId } = app.places.geography.get(file.homeAreaId)
  const areas = [file.homeAreaId, parentId].filter((id) => id !== null)
  const rows = await listAreaStaff(tx, areas, app.now())
  const items = rows
    .filter(({ id, role }) => {
      const { marks } = roles[role]
      return (marks.includes('DP') || marks.includes('HD')) && !handlersOf(file).includes(id)
    })
    .map(({ id, name, role }) => ({ id, name, post: roles[role].name }))
  return [...new Map(items.map((item) => [item.id, item])).values()]
}
