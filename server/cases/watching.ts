// Urging and supervising: words from beside and above, and the answer that is owed to them.

import type * as contract from '#core/cases/contract-watching.ts'
import * as urging from '#core/cases/urging.ts'
import type { InputOf } from '#core/kit/contract.ts'
import type { App } from '../app.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'

export const urgeCase = (app: App, by: Mover, input: InputOf<typeof contract.urgeCase>) =>
  move(app, by, input, (file, settings) =>
    urging.decideUrge(
      file,
      by.actor,
      { words: input.words, onBehalf: input.onBehalf ?? null },
      settings,
    ),
  )

export const superviseCase = (app: App, by: Mover, input: InputOf<typeof contract.superviseCase>) =>
  move(app, by, input, (file, settings) => urging.decideSupervise(file, by.actor, input, settings))

export const answerSupervision = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.answerSupervision>,
) =>
  move(app, by, input, (file, settings) =>
    urging.decideAnswerSupervision(file, by.actor, input, settings),
  )
