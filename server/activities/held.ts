// What the centre still holds of people who signed up or borrowed a room: how many fields, and how many past their day.

import { sql } from 'kysely'
import { type Tx, firstOf } from '../kit/db.ts'

export type Held = { fields: number; contacts: number; past: number }

/** Read as a job: a sum over the communities of an area. */
export async function contactsHeld(tx: Tx, areaPath: string, today: string): Promise<Held> {
  const row = await firstOf<Held>(
    tx,
    sql`
    with held as (
      select community_id, (sealed_phone is not null)::int as fields, erase_after
        from activities.registration_contacts
       where erased_at is null
         and sealed_phone is not null
       union all
      select community_id, (sealed_name is not null)::int + (sealed_phone is not null)::int, erase_after
        from activities.booking_contacts
       where erased_at is null
         and (sealed_name is not null or sealed_phone is not null))
    select coalesce(sum(h.fields), 0)::int                                  as fields,
           count(*)::int                                                    as contacts,
           (count(*) filter (where h.erase_after < ${today}::date))::int    as past
      from held         h
      join places.areas a on a.id = h.community_id
     where a.path ^@ ${areaPath}`,
  )
  return row ?? { fields: 0, contacts: 0, past: 0 }
}
