// People who want to be told: a gateway that keeps what it was sent, subscriptions in a line, a minute of the house.
import { beforeAll, beforeEach } from 'vitest'
import * as contract from '#core/exchange/contract-alerts.ts'
import type { InputOf } from '#core/kit/contract.ts'
import * as board from '#core/notices/contract-board.ts'
import { consentTo } from '#core/people/consent.ts'
import { followForAlerts } from '#server/exchange/alert-following.ts'
import { tellAlerts } from '#server/exchange/alert-telling.ts'
import { sendMessages } from '#server/notices/sending.ts'
import { followed } from './reacted.ts'
import { type Receiver, openReceiver } from './receiver.ts'
import { must } from './survey-town.ts'
import { comes } from './town-life.ts'
import { type Town, codes, commandId, openTown } from './town.ts'

export let t: Town
export let gateway: Receiver
export const { community } = codes
const agreed = consentTo('alerts').version

/** For the file that calls it: a town of its own, and a gateway for each story. */
export function openAlertTown(): void {
  beforeAll(async () => {
    t = await openTown({
      config: {
        privateReceivers: true,
        limitScale: 1,
        trustProxy: true,
        publicUrl: 'https://linli.example',
      },
    })
  })
  beforeEach(async () => {
    t.clock.advance(7200)
    await t.owner.query('delete from exchange.alerts')
    await t.owner.query('delete from notices.messages')
    gateway = await openReceiver()
    const line = { url: gateway.url, method: 'POST', secret: 's', perDay: 10_000 } as const
    t.app.config.gateways = {
      sms: { ...line, from: null },
      mail: { ...line, from: 'linli@linli.example' },
    }
  })
}

let houses = 0
export const somebody = () =>
  t.client({ 'x-forwarded-for': `198.51.${(houses += 1) >> 8}.${houses & 255}` })

export type Ask = InputOf<typeof contract.askAlert>
export const wish = (more: Partial<Ask> = {}): Ask => ({
  code: community,
  channel: 'mail',
  to: 'li@example.org',
  agreed,
  areas: [community],
  kinds: ['board.outage', 'case.new', 'case.closed'],
  topics: [],
  pace: 'now',
  lang: 'zh',
  ...more,
})

type Sent = { to: string; text: string; subject?: string; headers?: Record<string, string> }
export async function arrived(to?: string): Promise<Sent[]> {
  await sendMessages(t.app)
  const all = gateway.received.map(({ body }) => JSON.parse(body) as Sent)
  return all.filter((one) => to === undefined || one.to === to)
}
export const codeIn = (sent: Sent | undefined) =>
  /(?:输入|确认码) (\d{6})/.exec(sent?.text ?? '')?.[1] ?? ''
export const linkIn = (sent: Sent | undefined) => {
  const found = /https:\/\/linli\.example\/alerts\/([0-9a-f-]{36})#(\S+)/.exec(sent?.text ?? '')
  return { id: found?.[1] ?? '', secret: found?.[2] ?? '' }
}

export async function subscribes(more: Partial<Ask> = {}) {
  const who = somebody()
  const asked = wish(more)
  const { id } = must(await who.call(contract.askAlert, asked))
  const code = codeIn((await arrived(asked.to)).at(-1))
  const { secret } = must(await who.call(contract.confirmAlert, { id, code }))
  gateway.received.length = 0
  t.clock.advance(60)
  return { who, id, secret }
}

/** A minute of the house: what happened is noticed, and told if it is due. */
export async function minute(): Promise<void> {
  await followed(t.app, () => followForAlerts(t.app))
  await tellAlerts(t.app)
}

export async function hangs(
  more: Partial<InputOf<typeof board.publishNotice>> = {},
): Promise<string> {
  const today = new Date(Date.parse(t.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10)
  const wu = await comes(t, 'wu')
  const post = must(
    await wu.call(board.publishNotice, {
      commandId: commandId(),
      code: community,
      postId: commandId(),
      category: 'outage',
      title: '周二停水',
      body: '请提前储水。',
      gridCode: null,
      fromOn: today,
      untilOn: new Date(Date.parse(today) + 5 * 86_400_000).toISOString().slice(0, 10),
      photo: null,
      paper: null,
      ...more,
    }),
  )
  return post.id
}

export const kept = async () =>
  (
    await t.owner.query<{ it: string }>(
      `select to_jsonb(x)::text as it from exchange.alerts x
       union all select to_jsonb(x)::text from exchange.alert_items x
       union all select to_jsonb(x)::text from notices.messages x`,
    )
  ).rows
    .map(({ it }) => it)
    .join('\n')
export const count = async (table: string) =>
  Number((await t.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n)
