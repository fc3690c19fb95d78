// How every move of an existing case runs: once per command, the row locked, decided in core, saved with its journal.

import type { CaseFile, State } from '#core/cases/case.ts'
import type { Decided } from '#core/cases/change.ts'
import { withMadeAt } from '#core/cases/made-at.ts'
import type { Settings } from '#core/cases/rules.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { Actor } from '#core/people/actor.ts'
import type { App } from '../app.ts'
import { claimAnyFiles, claimPhotos } from '../files/files.ts'
import { once } from '../kit/db.ts'
import type { Scope, Tx } from '../kit/db.ts'
import { settingsFor } from './settings.ts'
import { lockCase, lockStatement, save, saveLast } from './store.ts'

export type Mover = { actor: Actor; scope: Scope }
export type Command = {
  number: string
  commandId: string
  expectedVersion?: number
  photos?: string[]
  /** Photos or papers. */
  files?: string[]
}
export type Moved = { number: string; state: State; version: number }

/** Decides on the file as it stands under the lock. May look things up first, in the same transaction. */
export type Decide = (file: CaseFile, settings: Settings, tx: Tx) => Decided | Promise<Decided>

/** What else the move writes in the same transaction, after the case itself. */
export type Also = (
  tx: Tx,
  was: CaseFile,
  saved: { commandId: string; settings: Settings },
) => Promise<void>

export function move(
  app: App,
  mover: Mover,
  command: Command & Record<string, unknown>,
  decide: Decide,
  also?: Also,
): Promise<Result<Moved>> {
  const { commandId, ...content } = command
  const ahead = lockStatement(command.number)
  return once(app, mover.actor, mover.scope, { commandId, content, ahead }, async (tx, now) => {
    const locked = await lockCase(tx, command.number)
    if (locked === null) return refused('no_such_case')
    const { file, beside } = locked
    const { actor } = mover
    const settings = await settingsFor(app, tx, file, { actor, now: now(file.lastAt) })
    const madeAt = command['madeAt']
    const decided = withMadeAt(await decide(file, settings, tx), madeAt, settings.now)
    if (!decided.ok && decided.refusal === 'not_yours') return decided
    const current = { number: file.number, state: file.state, version: file.version }
    if (command.expectedVersion !== undefined && command.expectedVersion !== file.version)
      return refused('changed_meanwhile', { current })
    if (!decided.ok) return decided
    const { missing } = await claimPhotos(tx, command.photos ?? [], settings.now)
    if (missing.length > 0) return refused('no_such_photo')
    const lost = await claimAnyFiles(tx, command.files ?? [], settings.now)
    if (lost.missing.length > 0) return refused('no_such_file')
    const saving = { before: file, change: decided.value, beside, commandId, settings }
    if (also === undefined) await saveLast(tx, saving)
    else {
      await save(tx, saving)
      await also(tx, file, { commandId, settings })
    }
    const after = decided.value.file
    app.journal.wake()
    return done({ number: after.number, state: after.state, version: after.version })
  })
}
