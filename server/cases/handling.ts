// Work done, waited for, or honestly late; remarks and corrections on the way.

import { decideAttach } from '#core/cases/attaching.ts'
import type * as contract from '#core/cases/contract-moves.ts'
import { decideCorrect, decideNote } from '#core/cases/correct.ts'
import type { Correction } from '#core/cases/correct.ts'
import { decideHandle, decideSelfHandle } from '#core/cases/handling.ts'
import * as waiting from '#core/cases/waiting.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { done, refused } from '#core/kit/result.ts'
import type { Result } from '#core/kit/result.ts'
import type { App } from '../app.ts'
import { sortFiles } from '../files/files.ts'
import { locate } from '../places/index-of-places.ts'
import { move } from './moving.ts'
import type { Mover } from './moving.ts'

const photosOf = (proof: { photosBefore: string[]; photosAfter: string[] }) => [
  ...proof.photosBefore,
  ...proof.photosAfter,
]

export const selfHandle = (app: App, by: Mover, input: InputOf<typeof contract.selfHandle>) =>
  move(app, by, { ...input, photos: photosOf(input.proof) }, (file, settings) =>
    decideSelfHandle(file, by.actor, input, settings),
  )

export const handleCase = (app: App, by: Mover, input: InputOf<typeof contract.handleCase>) =>
  move(app, by, { ...input, photos: photosOf(input.proof) }, (file, settings) =>
    decideHandle(file, by.actor, input, settings),
  )

export const contactReporter = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.contactReporter>,
) =>
  move(app, by, input, (file, settings) => waiting.decideContact(file, by.actor, input, settings))

export const requestExtension = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.requestExtension>,
) =>
  move(app, by, input, (file, settings) =>
    waiting.decideRequestExtension(file, by.actor, input, settings),
  )

export const decideExtension = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.decideExtension>,
) =>
  move(app, by, input, (file, settings) => waiting.decideExtension(file, by.actor, input, settings))

export const suspendCase = (app: App, by: Mover, input: InputOf<typeof contract.suspendCase>) =>
  move(app, by, input, (file, settings) => waiting.decideSuspend(file, by.actor, input, settings))

export const refuseSuspension = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.refuseSuspension>,
) =>
  move(app, by, input, (file, settings) =>
    waiting.decideRefuseSuspension(file, by.actor, input, settings),
  )

export const resumeCase = (app: App, by: Mover, input: InputOf<typeof contract.resumeCase>) =>
  move(app, by, input, (file, settings) => waiting.decideResume(file, by.actor, input, settings))

export const waitForReporter = (
  app: App,
  by: Mover,
  input: InputOf<typeof contract.waitForReporter>,
) =>
  move(app, by, input, (file, settings) =>
    waiting.decideWaitForReporter(file, by.actor, input, settings),
  )

export const noteCase = (app: App, by: Mover, input: InputOf<typeof contract.noteCase>) =>
  move(app, by, input, (file, settings) => decideNote(file, by.actor, input, settings))

/** What a file is, its bytes said when they came; the command cannot say otherwise. */
export const attachToCase = (app: App, by: Mover, input: InputOf<typeof contract.attachToCase>) =>
  move(app, by, input, async (file, settings, tx) => {
    const sorted = await sortFiles(tx, input.files)
    // What did not arrive is missed when it is claimed.
    const photos = [...sorted.photos, ...sorted.unknown]
    const { documents, recordings, seconds } = sorted
    const attached = { photos, documents, recordings, seconds, words: input.words }
    return decideAttach(file, by.actor, attached, settings)
  })

type CorrectInput = InputOf<typeof contract.correctCase>

export const correctCase = (app: App, by: Mover, input: CorrectInput) =>
  move(app, by, input, (file, settings) => {
    const correction = correctionOf(app, input, settings.now)
    return correction.ok ? decideCorrect(file, by.actor, correction.value, settings) : correction
  })

function correctionOf(app: App, input: CorrectInput, at: string): Result<Correction> {
  const { reason } = input
  if (input.field === 'place') return placeOf(app, input, at)
  if (input.field === 'category' && input.category !== undefined)
    return done({ field: 'category', category: input.category, reason })
  if (input.field === 'tier' && input.tier !== undefined)
    return done({ field: 'tier', tier: input.tier, reason })
  if (input.field === 'urgency' && input.urgent !== undefined)
    return done({ field: 'urgency', urgent: input.urgent, reason })
  return refused('value_missing')
}

/** A new place goes through the same routing as a report. */
function placeOf(app: App, input: CorrectInput, at: string): Result<Correction> {
  const { geography } = app.places
  const chosen = input.area === undefined ? null : geography.findByCode(input.area)
  if (input.area !== undefined && chosen === null) return refused('no_such_area')
  if (chosen === null && input.point === undefined) return refused('value_missing')
  const route = locate(app, { point: input.point ?? null, chosen, at })
  const grid = chosen?.level === 'grid' && input.point === undefined ? chosen.id : route.gridId
  const filedAreaId = grid ?? route.areaId
  return done({
    field: 'place',
    filedAreaId,
    gridId: grid,
    point: input.point ?? null,
    address: input.address ?? null,
    filedName: geography.label(geography.get(filedAreaId)),
    reason: input.reason,
  })
}
