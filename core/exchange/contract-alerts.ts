// Alerts on the wire: asked for without an account, confirmed by a code or a link, changed and ended by the secret that
// every message carries.
import { type Static, Type } from 'typebox'
import { endpoint, nullable, oneOf } from '#core/kit/contract.ts'
import { Uuid } from '#core/kit/ids.ts'
import { channels, lineChannels } from '#core/notices/message.ts'
import { endpointLengthMax } from '#core/notices/push.ts'
import { ConsentView } from '#core/people/contract-resident.ts'
import { alertKinds, areasMost, paces, topicsMost } from './alert.ts'

const tags = ['alerts']
const Code = Type.String({ minLength: 1, maxLength: 40 })
const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
const Named = Type.Object({ code: Type.String(), name: WordsView })
const Secret = Type.String({ minLength: 10, maxLength: 100 })

const choice = {
  areas: Type.Array(Code, {
    minItems: 1,
    maxItems: areasMost,
    uniqueItems: true,
    description: 'The community itself, or grids of it.',
  }),
  kinds: Type.Array(oneOf(alertKinds), { minItems: 1, uniqueItems: true }),
  topics: Type.Array(Code, {
    maxItems: topicsMost,
    uniqueItems: true,
    description: 'Categories of public cases; none: all of them.',
  }),
  pace: oneOf(paces),
  lang: oneOf(['zh', 'en']),
}

export const AlertView = Type.Object({
  id: Type.String(),
  community: Named,
  channel: oneOf(channels),
  to: Type.String({ description: 'Masked; of a browser, the host of its push service.' }),
  ...choice,
  confirmed: Type.Boolean(),
  endsAt: Type.String({ description: 'When it is deleted unless it is renewed.' }),
})
export type AlertView = Static<typeof AlertView>

export const readAlertChoices = endpoint({
  name: 'readAlertChoices',
  method: 'GET',
  path: '/api/communities/:code/alerts',
  access: 'open',
  summary: 'What may be chosen, by which ways somebody can be told here, and what it means.',
  tags,
  input: Type.Object({ code: Code }),
  output: Type.Object({
    community: Named,
    channels: Type.Array(oneOf(channels), { description: 'None: nobody can be told here.' }),
    demoInbox: Type.Boolean({ description: 'The demo world: messages are read at /demo/inbox.' }),
    grids: Type.Array(Named),
    topics: Type.Array(Named),
    consent: ConsentView,
    push: nullable(
      Type.Object({
        key: Type.String({
          description: 'Our public key, with which a browser subscribes (RFC 8292).',
        }),
        consent: ConsentView,
      }),
    ),
  }),
  refusals: { no_such_area: 404 },
})
export type AlertChoices = Static<(typeof readAlertChoices)['output']>

const wrongChoice = { no_such_grid: 422, no_such_topic: 422 } as const

export const askAlert = endpoint({
  name: 'askAlert',
  method: 'POST',
  path: '/api/communities/:code/alerts',
  access: 'open',
  summary:
    'Asks to be told. Nothing is sent but one message with a code and a link; without either of them it is forgotten after a day. The answer is the same whether the address has subscriptions or not.',
  tags,
  input: Type.Object({
    code: Code,
    channel: oneOf(lineChannels),
    to: Type.String({ minLength: 3, maxLength: 254 }),
    agreed: Type.String({ maxLength: 20, description: 'Version of the consent.' }),
    ...choice,
  }),
  output: Type.Object({ id: Type.String(), goodForMinutes: Type.Integer() }),
  refusals: {
    no_such_area: 404,
    no_messages_here: 404,
    address_wrong: 422,
    consent_needed: 409,
    too_many_codes: 429,
    ...wrongChoice,
  },
  limit: { max: 30, per: 'minute' },
})

const BrowserAddress = {
  endpoint: Type.String({ minLength: 10, maxLength: endpointLengthMax }),
  auth: Type.String({ minLength: 16, maxLength: 40 }),
}
const Opened = Type.Object({ alert: AlertView, secret: Type.String() })

export const askPushAlert = endpoint({
  name: 'askPushAlert',
  method: 'POST',
  path: '/api/communities/:code/alerts/push',
  access: 'open',
  summary:
    'Asks to be told in this browser (PushSubscription). The browser asked its owner already, so it begins at once; what it chose for this community before is replaced.',
  tags,
  input: Type.Object({
    code: Code,
    ...BrowserAddress,
    p256dh: Type.String({ minLength: 80, maxLength: 100 }),
    agreed: Type.String({ maxLength: 20, description: 'Version of the consent.' }),
    ...choice,
  }),
  output: Opened,
  refusals: {
    no_such_area: 404,
    no_messages_here: 404,
    address_wrong: 422,
    push_service_unknown: 422,
    consent_needed: 409,
    too_many_codes: 429,
    too_many_alerts: 409,
    ...wrongChoice,
  },
  limit: { max: 30, per: 'minute' },
})

export const listPushAlerts = endpoint({
  name: 'listPushAlerts',
  method: 'POST',
  path: '/api/alerts/push',
  access: 'open',
  summary:
    'What this browser is told of, for whoever holds its address and its secret. Nothing: it has ended, or never was.',
  tags,
  input: Type.Object(BrowserAddress),
  output: Type.Object({ items: Type.Array(Opened) }),
  refusals: {},
  limit: { max: 30, per: 'minute' },
})

const One = { id: Uuid }
const noAlert = { no_such_alert: 404 } as const
const perMinute = { max: 30, per: 'minute' } as const

export const confirmAlert = endpoint({
  name: 'confirmAlert',
  method: 'POST',
  path: '/api/alerts/:id/confirm',
  access: 'open',
  summary:
    'Confirms by the code of the message, or by the secret of its link. What the address chose for this community before is replaced. Answers with the secret that changes and ends it.',
  tags,
  input: Type.Object({
    ...One,
    code: Type.Optional(Type.String({ maxLength: 20 })),
    secret: Type.Optional(Secret),
  }),
  output: Opened,
  refusals: { ...noAlert, wrong_code: 401, too_many_alerts: 409 },
  limit: perMinute,
})

export const openAlert = endpoint({
  name: 'openAlert',
  method: 'POST',
  path: '/api/alerts/:id/open',
  access: 'open',
  summary:
    'What was chosen, for whoever holds the secret. A wrong one is like no subscription at all.',
  tags,
  input: Type.Object({ ...One, secret: Secret }),
  output: AlertView,
  refusals: noAlert,
  limit: perMinute,
})

export const changeAlert = endpoint({
  name: 'changeAlert',
  method: 'PUT',
  path: '/api/alerts/:id',
  access: 'open',
  summary: 'Chooses anew, and renews it for a year from now.',
  tags,
  input: Type.Object({ ...One, secret: Secret, ...choice }),
  output: AlertView,
  refusals: { ...noAlert, ...wrongChoice },
  limit: perMinute,
})

export const endAlert = endpoint({
  name: 'endAlert',
  method: 'POST',
  path: '/api/alerts/:id/end',
  access: 'open',
  summary:
    'Ends it: the address and everything chosen are deleted at once. Ending what is over says the same.',
  tags,
  input: Type.Object({ ...One, secret: Secret }),
  output: Type.Object({}),
  refusals: {},
  limit: perMinute,
})
