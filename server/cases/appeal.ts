// The appeal against lateness, and what two reviewers say to it.

import * as appeals from '#core/cases/appeal.ts'
import type * as contract from '#core/cases/contract-appeal.ts'
import type { InputOf } from '#core/kit/contract.ts'
import type { App } from '../app.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'

export const appealOverdue = (app: App, by: Mover, input: InputOf<typeof contract.appealOverdue>) =>
  move(app, by, input, (file, settings) =>
    appeals.decideOverdueAppeal(file, by.actor, input, settings),
  )

export const decideAppeal = (app: App, by: Mover, input: InputOf<typeof contract.decideAppeal>) =>
  move(app, by, input, (file, settings) => appeals.decideAppeal(file, by.actor, input, settings))
