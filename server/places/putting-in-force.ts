// A draft is proposed for a day by who draws, and put in force by somebody else: two people decide on grids. The day itself
// makes them hold, since every row of the tree is dated; what must be carried along follows by a job of the right.
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, assert, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import type * as contract from '#core/places/contract-in-force.ts'
import {
  type Chosen,
  type DayRefusal,
  type RedrawingWord,
  isEmptyPlan,
  isFairChoice,
  whyNotThatDay,
} from '#core/places/putting-in-force.ts'
import type { App } from '../app.ts'
import { type Tx, once } from '../kit/db.ts'
import { addJob } from '../kit/jobs.ts'
import { type InForce, type Weighed, chosenIn, weigh } from './grids-in-force.ts'
import { type Drawer, type MayKeepPlaces, keptArea, onDraft } from './redrawing.ts'
import { type NotDrawable, groundOf } from './redrawing-ground.ts'
import type { DraftRow } from './store-redrawings.ts'
import * as store from './store-in-force.ts'

type Unsound = DayRefusal | 'stale' | 'has_faults' | 'nothing_changed' | 'not_an_heir'

/** Weighs the draft anew against the grids of now; whatever was seen on the page before. */
function soundPlan(
  app: App,
  area: Area,
  draft: DraftRow,
  { day, chosen }: { day: string; chosen: Chosen },
): Result<Weighed, NotDrawable | Unsound> {
  const drawable = groundOf(app, area)
  if (!drawable.ok) return drawable
  const today = localDate(app.now(), area.timeZone)
  if (draft.base !== drawable.value.base) return refused('stale')
  const wrongDay = whyNotThatDay(day, { today, since: drawable.value.since })
  if (wrongDay !== null) return refused(wrongDay)
  const weighed = weigh(app, drawable.value, draft, chosen)
  if (weighed.faults > 0) return refused('has_faults')
  if (isEmptyPlan(weighed.plan)) return refused('nothing_changed')
  return isFairChoice(weighed.heirs, weighed.parts, chosen) ? done(weighed) : refused('not_an_heir')
}

/** The room of notices says it to whom it concerns: it stands to the right of this one. */
const leaveWord = (
  tx: Tx,
  of: InForce,
  what: RedrawingWord,
  { id, at }: { id: string; at: string },
) => addJob(tx, { task: 'tell_redrawing', payload: { id, what, by: of.who.actor.id, at } })

const drawerOf = ({ app, who }: InForce, may: MayKeepPlaces): Drawer => ({ app, who, may })

export async function proposeRedrawing(
  of: InForce,
  { day, heirs, staff, ...ofDraft }: InputOf<typeof contract.proposeRedrawing>,
) {
  await of.app.places.refresh()
  const chosen: Chosen = {
    grids: Object.fromEntries(heirs.map(({ grid, to }) => [grid, to])),
    staff: Object.fromEntries(staff.map(({ grant, to }) => [String(grant), to])),
  }
  return onDraft<{ version: number }, NotDrawable | Unsound>(
    drawerOf(of, of.mayPropose),
    { ...ofDraft, day, heirs, staff },
    async (tx, { area, draft, now }) => {
      const sound = soundPlan(of.app, area, draft, { day, chosen })
      if (!sound.ok) return sound
      const act = { id: draft.id, by: of.who.actor.id, at: now() }
      const proposed = await store.propose(tx, { ...act, day, heirs: chosen })
      assert(proposed !== null, 'a locked draft is proposed')
      await leaveWord(tx, of, 'proposed', act)
      return done(proposed)
    },
  )
}

export async function confirmRedrawing(
  of: InForce,
  input: InputOf<typeof contract.confirmRedrawing>,
) {
  await of.app.places.refresh()
  const answer = await onDraft<
    { day: string },
    NotDrawable | Unsound | 'not_proposed' | 'same_person'
  >(drawerOf(of, of.mayConfirm), input, async (tx, { area, draft, now }) => {
    const { day } = draft
    if (draft.state !== 'proposed' || day === null) return refused('not_proposed')
    if (draft.proposedBy === of.who.actor.id) return refused('same_person')
    const sound = soundPlan(of.app, area, draft, { day, chosen: chosenIn(draft) })
    if (!sound.ok) return sound
    const act = { id: draft.id, by: of.who.actor.id, at: now() }
    await store.putInForce(tx, { ...act, plan: sound.value.plan })
    await leaveWord(tx, of, 'confirmed', act)
    return done({ day })
  })
  if (answer.ok) await of.app.places.refresh()
  return answer
}

/** By the proposer himself, or by who was asked to confirm. */
export const sendBackRedrawing = (of: InForce, input: InputOf<typeof contract.sendBackRedrawing>) =>
  onDraft<{ version: number }, 'not_proposed'>(
    drawerOf(of, (who, area) => of.mayPropose(who, area) || of.mayConfirm(who, area)),
    input,
    async (tx, { draft, now }) => {
      if (draft.state !== 'proposed') return refused('not_proposed')
      const back = await store.sendBack(tx, draft.id)
      assert(back !== null, 'a locked draft is sent back')
      await leaveWord(tx, of, 'sentBack', { id: draft.id, at: now() })
      return done(back)
    },
  )

type NotBack = 'no_such_area' | 'not_yours' | 'not_in_force' | 'has_begun' | 'built_upon' | 'in_use'

export async function takeBackRedrawing(
  of: InForce,
  { commandId, code, id }: InputOf<typeof contract.takeBackRedrawing>,
) {
  const { app, who } = of
  const may: MayKeepPlaces = (one, area) => of.mayPropose(one, area) || of.mayConfirm(one, area)
  const answer = await once<Record<string, never>, NotBack>(
    app,
    who.actor,
    who.scope,
    { commandId, content: { code, id } },
    async (tx, now) => {
      const area = keptArea({ app, who, may }, code)
      if (!area.ok) return area
      const row = await store.lockInForce(tx, area.value.id, id)
      if (row === null) return refused('not_in_force')
      const today = localDate(app.now(), area.value.timeZone)
      if (row.carriedAt !== null || row.day <= today) return refused('has_begun')
      if (row.later) return refused('built_upon')
      const at = now()
      if (!(await store.takeBack(tx, { id, by: who.actor.id, at }))) return refused('in_use')
      await leaveWord(tx, of, 'takenBack', { id, at })
      return done({})
    },
  )
  if (answer.ok) await app.places.refresh()
  return answer
}
