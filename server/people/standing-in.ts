// For which receivers below his own places somebody answers now, because nobody is there: what the desk shows as his.
import { localDate, type Instant } from '#core/kit/time.ts'
import type { Actor } from '#core/people/actor.ts'
import type { App } from '#server/app.ts'
import type { Tx } from '#server/kit/db.ts'
import { type Receiver, readyToAnswer } from './responsible.ts'

type WithPeople = Pick<App, 'db' | 'places' | 'teams'>

/** Looks downward only from where nobody answers: below a place that is staffed nothing falls to him. */
export async function standsInFor(
  app: WithPeople,
  tx: Tx,
  actor: Actor,
  instant: Instant,
): Promise<Receiver[]> {
  if (actor.kind !== 'person') return []
  const teams = actor.grants.filter((grant) => grant.unitId === null && grant.areaLevel !== 'grid')
  let looking = [...new Set(teams.map((grant) => grant.areaId))]
  const found: Receiver[] = (actor.stands ?? []).map(({ areaId, unitId }) => ({ areaId, unitId }))
  while (looking.length > 0 && found.length < standInsMax) {
    const below = looking.flatMap((areaId) => receiversUnder(app, areaId, instant))
    const asked = below.map((receiver) => ({ receiver, gridId: null, instant }))
    const answer = await readyToAnswer(app, tx, asked)
    const his = asked.filter((each) => answer(each).personId === actor.id)
    found.push(...his.map((each) => each.receiver))
    looking = his.flatMap(({ receiver }) => (receiver.unitId === null ? [receiver.areaId] : []))
  }
  return found
}

const standInsMax = 500

function receiversUnder(app: WithPeople, areaId: number, instant: Instant): Receiver[] {
  const { geography } = app.places
  const day = localDate(instant, geography.get(areaId).timeZone)
  const teams = geography.children(areaId, day).map((area) => ({ areaId: area.id, unitId: null }))
  const units = [...app.teams.units.values()].filter((unit) => unit.areaId === areaId)
  return [...teams, ...units.map((unit) => ({ areaId, unitId: unit.id }))]
}
