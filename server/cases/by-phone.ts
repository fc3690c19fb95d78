// A caller has lost the number of his case. Whoever answers calls finds it by the telephone: among the cases whose contact
// he might open anyway, with a line in the log of looks for each, which the reporter reads.
import { sql } from 'kysely'
import { type findByPhone as declared, phoneCasesMax } from '#core/cases/contract-phone.ts'
import { isDuty } from '#core/cases/moves.ts'
import type { InputOf, OutputOf } from '#core/kit/contract.ts'
import { done, refused, type Result } from '#core/kit/result.ts'
import { normalisePhone } from '#core/people/contact.ts'
import type { App, Who } from '../app.ts'
import { type Tx, inScope, rowsOf } from '../kit/db.ts'
import { recordLook } from '../people/looks.ts'
import { categoryLabel } from './case-view.ts'
import { officeOf } from './contacts.ts'
import { settingsFor } from './settings.ts'
import { readCase } from './store.ts'

type Found = OutputOf<typeof declared>['items'][number]

export async function findByPhone(
  app: App,
  who: Who,
  input: InputOf<typeof declared>,
): Promise<Result<OutputOf<typeof declared>, 'bad_phone' | 'reason_missing' | 'not_yours'>> {
  if (who.actor.kind !== 'person') return refused('not_yours')
  const phone = normalisePhone(input.phone)
  if (phone === null) return refused('bad_phone')
  const reason = input.reason.trim()
  if (reason.length < 2) return refused('reason_missing')
  const index = app.keys.blindIndex('phone', phone)
  return inScope(app.db, who.scope, async (tx) => {
    const items: Found[] = []
    for (const { number, voice } of await listNumbers(tx, index)) {
      const shown = await showOne(app, tx, who, { number, voice, reason })
      if (shown !== null) items.push(shown)
    }
    return done({ items })
  })
}

/** In the scope of the asker; archived cases are found as long as their contact is kept. */
const listNumbers = (tx: Tx, index: string) =>
  rowsOf(
    tx,
    sql<{ number: string; voice: number }>`
      select c.number,
             min(k.voice)::int as voice
        from cases.contacts k
        join cases.cases    c on c.community_id = k.community_id and c.id = k.case_id
       where k.phone_index = ${index}
       group by c.number, c.reported_at
       order by c.reported_at desc
       limit ${phoneCasesMax}`,
  )

type Hit = { number: string; voice: number; reason: string }

/** The line in the log is written before the case is shown; null where the asker may not open its contact. */
async function showOne(
  app: App,
  tx: Tx,
  { actor }: Who,
  { number, voice, reason }: Hit,
): Promise<Found | null> {
  const found = await readCase(tx, number)
  if (found === null || actor.kind !== 'person') return null
  const { file } = found
  const settings = await settingsFor(app, tx, file, { actor, now: app.now() })
  if (!isDuty(file, actor, settings)) return null
  await recordLook(tx, {
    communityId: file.communityId,
    personId: actor.id,
    at: settings.now,
    caseId: file.id,
    caseNumber: number,
    voice,
    fields: ['phone'],
    reason,
    how: 'phoneSearch',
    ...officeOf(actor, settings.spot(file.homeAreaId)),
  })
  const { state, reportedAt, category } = file
  return { number, state, reportedAt, category: categoryLabel(settings, category) }
}
