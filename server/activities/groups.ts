// Groups, volunteers and thanks: what the community shows of those who do something for it, and no more.
import { sql } from 'kysely'
import type * as contract from '#core/activities/contract-groups.ts'
import type { Group } from '#core/activities/group.ts'
import { type InputOf, type OutputOf, skippedBefore } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { localDate } from '#core/kit/time.ts'
import type { Area } from '#core/places/area.ts'
import { secretHash, voiceSecret } from '../cases/secrets.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { findArea } from '../people/find-area.ts'
import { minutesInWeek, opensGroup } from './bookings.ts'
import { type Keeper, keeping, note, reading } from './keeping.ts'
import { listOfGroup } from './store-bookings.ts'
import { listRooms } from './store-centre.ts'
import * as store from './store-groups.ts'

type Page = { code: string; limit?: number; after?: string }

/** A list of an area in pages: the cursor is how many came before. */
export async function pageOf<Row>(
  keeper: Keeper,
  input: Page,
  list: (tx: Tx, area: Area, skip: number, limit: number) => Promise<Row[]>,
): Promise<Result<{ items: Row[]; next: string | null }, 'no_such_area'>> {
  const area = findArea(keeper.app, input.code)
  if (area === null) return refused('no_such_area')
  const [skip, limit] = [skippedBefore(input.after), input.limit ?? 50]
  const rows = await reading(keeper, (tx) => list(tx, area, skip, limit + 1))
  const next = rows.length > limit ? String(skip + limit) : null
  return done({ items: rows.slice(0, limit), next })
}

const viewOf = (group: Group) => ({ ...group, rooms: [...group.rooms] })

export const listGroups = (keeper: Keeper, input: InputOf<typeof contract.listGroups>) =>
  pageOf(keeper, input, async (tx, area, skip, limit) =>
    (await store.listGroups(tx, area.id, skip, limit)).map(viewOf),
  )

export function saveGroup(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveGroup>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { tx, area, today } = at
    const { groupId: id, code: _code, ...facts } = input
    const rooms = new Set((await listRooms(tx, area.id)).map((room) => room.id))
    if (facts.rooms.some((room) => !rooms.has(room))) return refused('no_such_room')
    const known = await store.findGroup(tx, area.id, id)
    const foundedOn = known?.foundedOn ?? today
    if (facts.endedOn !== null && facts.endedOn < foundedOn) return refused('day_past')
    await store.saveGroup(tx, area.id, { ...facts, id, foundedOn })
    const { leaderShown: _shown, ...noted } = facts
    await note(at, { act: 'saveGroup', subject: ['group', id], facts: noted })
    return done({ id })
  })
}

export function giveGroupSecret(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.giveGroupSecret>,
) {
  const { app } = keeper
  const secret = voiceSecret(app.keys, input.groupId, commandId)
  const veil = { store: () => ({}), recall: () => ({ secret }) }
  return keeping<{ secret: string }, 'no_such_group'>(
    keeper,
    input.code,
    { commandId, content: input, veil },
    async (at) => {
      const { tx, area, by, now } = at
      const { groupId } = input
      if ((await store.findGroup(tx, area.id, groupId)) === null) return refused('no_such_group')
      const hash = secretHash(app.keys, groupId, secret)
      await store.giveSecret(tx, { communityId: area.id, groupId, hash, by: by.id, at: now })
      await note(at, { act: 'giveGroupSecret', subject: ['group', groupId] })
      return done({ secret })
    },
  )
}

/** What the leader sees with the secret; an unknown group and a wrong secret look alike. */
export async function openGroup(
  { app }: Keeper,
  input: InputOf<typeof contract.openGroup>,
): Promise<Result<OutputOf<typeof contract.openGroup>, 'no_such_area' | 'no_such_group'>> {
  const area = findArea(app, input.code)
  if (area === null) return refused('no_such_area')
  return inScope(app.db, { kind: 'job' }, async (tx) => {
    const group = await store.findGroup(tx, area.id, input.groupId)
    if (group === null || !(await opensGroup({ app, tx, area }, group.id, input.secret)))
      return refused('no_such_group')
    const now = app.now()
    const bookings = await listOfGroup(tx, area.id, group.id, now)
    const borrower = { groupId: group.id, phoneIndex: null }
    return done({
      group: viewOf(group),
      minutesThisWeek: await minutesInWeek({ tx, area }, localDate(now, area.timeZone), borrower),
      bookings: bookings.map(({ number, roomId, startsAt, endsAt, state }) => ({
        number,
        roomId,
        startsAt,
        endsAt,
        state,
      })),
    })
  })
}

type Volunteer = OutputOf<typeof contract.listVolunteers>['items'][number]

export const listVolunteers = (keeper: Keeper, input: InputOf<typeof contract.listVolunteers>) =>
  pageOf(keeper, input, (tx, area, skip, limit) =>
    rowsOf<Volunteer>(
      tx,
      sql`
      select v.id,
             v.shown,
             v.kind,
             v.offers,
             v.since::text as since
        from activities.volunteers v
       where v.community_id = ${area.id}
         and v.until is null
       order by v.since, v.id
      offset ${skip}
       limit ${limit}`,
    ),
  )

export function saveVolunteer(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.saveVolunteer>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    if (!input.agreed) return refused('agreement_needed')
    const { volunteerId: id, shown, kind, offers, ended } = input
    const until = ended ? at.today : null
    await sql`
      insert into activities.volunteers (community_id, id, shown, kind, offers, since, agreed_on, until)
      values (${at.area.id}, ${id}, ${shown}, ${kind}, ${offers}, ${at.today}, ${at.today}, ${until})
          on conflict (community_id, id) do update
         set shown  = excluded.shown,
             kind   = excluded.kind,
             offers = excluded.offers,
             until  = excluded.until`.execute(at.tx.k)
    await note(at, { act: 'saveVolunteer', subject: ['volunteer', id], facts: { kind, ended } })
    return done({ id })
  })
}

type Thanks = OutputOf<typeof contract.listThanks>['items'][number]

export const listThanks = (keeper: Keeper, input: InputOf<typeof contract.listThanks>) =>
  pageOf(keeper, input, (tx, area, skip, limit) =>
    rowsOf<Thanks>(
      tx,
      sql`
      select t.id,
             t.shown,
             t.deed,
             t.day::text     as day,
             t.hours::float8 as hours,
             t.is_public     as "isPublic"
        from activities.thanks t
       where t.community_id = ${area.id}
         and t.withdrawn_at is null
       order by t.day desc, t.id
      offset ${skip}
       limit ${limit}`,
    ),
  )

export function giveThanks(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.giveThanks>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const { tx, area, by, now, today, app } = at
    if (input.day > today) return refused('day_to_come')
    const id = app.newId()
    await sql`
      insert into activities.thanks (community_id, id, shown, deed, day, hours, is_public, thanked_by, thanked_at)
      values (${area.id}, ${id}, ${input.shown}, ${input.deed}, ${input.day}, ${input.hours}, ${input.agreed}, ${by.id}, ${now})`.execute(
      tx.k,
    )
    await note(at, { act: 'giveThanks', subject: ['thanks', id] })
    return done({ id })
  })
}

export function withdrawThanks(
  keeper: Keeper,
  { commandId, ...input }: InputOf<typeof contract.withdrawThanks>,
) {
  return keeping(keeper, input.code, { commandId, content: input }, async (at) => {
    const gone = await rowsOf(
      at.tx,
      sql`
      update activities.thanks
         set withdrawn_at = ${at.now}
       where community_id = ${at.area.id}
         and id = ${input.thanksId}
         and withdrawn_at is null
   returning id`,
    )
    if (gone.length === 0) return refused('no_such_thanks')
    await note(at, { act: 'withdrawThanks', subject: ['thanks', input.thanksId] })
    return done({})
  })
}
