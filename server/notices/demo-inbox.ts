// 演示收件箱: what the demo world would have sent, for whoever tries it out. It exists where everybody knows the
// passwords anyway: with the keys of the demo, on the machine it runs on. Addresses are masked before they are written.
import { sql } from 'kysely'
import type { DemoMessage, readDemoInbox as contract } from '#core/notices/contract-demo.ts'
import type { InputOf } from '#core/kit/contract.ts'
import { type Result, done, refused } from '#core/kit/result.ts'
import { type LineChannel, type Message, maskMail } from '#core/notices/message.ts'
import { maskPhone } from '#core/people/contact.ts'
import type { App } from '../app.ts'
import { isLoopback } from '../config.ts'
import { inScope, rowsOf } from '../kit/db.ts'
import type { Carried } from './gateways.ts'

const job = { kind: 'job' } as const
const kept = 200

/** The demo world shows what it would send, and only on the machine it runs on. */
export const isDemoWorld = (app: Pick<App, 'keys' | 'config'>): boolean =>
  app.keys.demo && isLoopback(app.config.host)

export async function putIntoDemoInbox(
  app: App,
  channel: LineChannel,
  message: Message,
): Promise<Carried> {
  const shownTo = channel === 'sms' ? maskPhone(message.to) : maskMail(message.to)
  await inScope(app.db, job, async (tx) => {
    await sql`
      insert into notices.demo_inbox (message, channel, shown_to, subject, body, headers, at)
      values (${message.id}, ${channel}, ${shownTo}, ${message.subject}, ${message.text}, ${JSON.stringify(message.headers)}::jsonb,
              ${app.now()})
          on conflict (message) do nothing`.execute(tx.k)
    await sql`
      delete from notices.demo_inbox
       where id <= (select id from notices.demo_inbox order by id desc offset ${kept} limit 1)`.execute(
      tx.k,
    )
  })
  return { ok: true, status: null }
}

export function readDemoInbox(
  app: App,
  input: InputOf<typeof contract>,
): Promise<Result<{ items: DemoMessage[]; next: string | null }, 'not_the_demo'>> {
  if (!isDemoWorld(app)) return Promise.resolve(refused('not_the_demo'))
  const limit = input.limit ?? 20
  const before = Number(input.after ?? Number.MAX_SAFE_INTEGER)
  return inScope(app.db, job, async (tx) => {
    const rows = await rowsOf<DemoMessage>(
      tx,
      sql`
      select i.id,
             i.channel,
             i.shown_to as "to",
             i.subject,
             i.body     as text,
             i.headers,
             i.at
        from notices.demo_inbox i
       where i.id < ${before}
       order by i.id desc
       limit ${limit + 1}`,
    )
    const items = rows.slice(0, limit)
    return done({ items, next: rows.length > limit ? String(items.at(-1)?.id) : null })
  })
}
