// A reporter takes back what he left: the row is emptied in the transaction that writes so into the journal.
import { sql } from 'kysely'
import { handledIt, writtenDown } from '#core/cases/by-code.ts'
import type { CaseFile } from '#core/cases/case.ts'
import type * as contract from '#core/cases/contract-withdraw.ts'
import { type ContactPart, decideWithdraw, takenBack } from '#core/cases/withdrawing.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import type { App, Who } from '../app.ts'
import type { Tx } from '../kit/db.ts'
import { findVoice } from './answers.ts'
import { openedByCode } from './by-code.ts'
import { heldIn } from './contacts.ts'
import { type Moved, type Mover, move } from './moving.ts'
import { listContacts } from './reads.ts'

type Wish = InputOf<typeof contract.withdrawContact>
type Written = InputOf<typeof contract.withdrawByCode>

export async function withdrawContact(app: App, input: Wish): Promise<Result<Moved>> {
  const { secret, ...command } = input
  const voice = await findVoice(app, input.number, secret)
  return voice.ok ? takeBack(app, voice.value, command, null) : voice
}

export async function withdrawByCode(app: App, who: Who, input: Written): Promise<Result<Moved>> {
  const voice = await openedByCode(app, who, input)
  if (!voice.ok) return voice
  const { code: _code, ...command } = input
  return takeBack(app, voice.value, command, { by: who.actor, way: input.way })
}

type Pen = { by: Who['actor']; way: Written['way'] }

function takeBack(
  app: App,
  voice: Mover,
  command: Omit<Wish, 'secret'>,
  pen: Pen | null,
): Promise<Result<Moved>> {
  let taken: readonly ContactPart[] = []
  return move(
    app,
    voice,
    command,
    async (file, settings, tx) => {
      if (pen !== null && handledIt(file, pen.by)) return refused('own_work')
      const held = heldIn(await listContacts(tx, file), voice.actor)
      taken = takenBack(command, held)
      const decided = decideWithdraw(file, voice.actor, { wish: command, held }, settings)
      if (!decided.ok || pen === null) return decided
      return done(writtenDown(decided.value, pen.by, pen.way))
    },
    (tx, was, { settings }) =>
      store(tx, was, { ...command, serial: serialOf(voice), taken, at: settings.now }),
  )
}

const serialOf = ({ actor }: Mover): number => (actor.kind === 'voice' ? actor.voice : 0)

type Kept = { serial: number; taken: readonly ContactPart[]; calls: boolean | null; at: string }

/** With the last of it goes the day of the text that was told, too. */
async function store(tx: Tx, { communityId, id }: CaseFile, kept: Kept): Promise<void> {
  const [name, phone] = [kept.taken.includes('name'), kept.taken.includes('phone')]
  await sql`
    update cases.contacts k
       set sealed_name  = case when ${name} then null else k.sealed_name end,
           sealed_phone = case when ${phone} then null else k.sealed_phone end,
           phone_index  = case when ${phone} then null else k.phone_index end,
           told_on      = case when g.empty then null else k.told_on end,
           erased_at    = case when g.empty then ${kept.at}::timestamptz end
      from (select (${name} or c.sealed_name is null) and (${phone} or c.sealed_phone is null) as empty
              from cases.contacts c
             where c.community_id = ${communityId}
               and c.case_id = ${id}
               and c.voice = ${kept.serial}) g
     where k.community_id = ${communityId}
       and k.case_id = ${id}
       and k.voice = ${kept.serial}
       and k.erased_at is null`.execute(tx.k)
  await sql`
    update cases.voices v
       set has_contact = v.has_contact and not ${phone},
           calls       = coalesce(${kept.calls}::boolean, v.calls)
     where v.community_id = ${communityId}
       and v.case_id = ${id}
       and v.serial = ${kept.serial}`.execute(tx.k)
}
