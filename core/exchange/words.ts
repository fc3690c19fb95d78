// What the exchange with other systems says when it refuses, and what its states are called.
import type { Words } from '#core/kit/words.ts'
import type { WebhookState } from './contract-webhooks.ts'

export const exchangeRefusals = {
  no_such_area: { zh: '没有这个地方。', en: 'There is no such area.' },
  no_such_token: {
    zh: '这个令牌不在用，或管不到这个地方。',
    en: 'That token is not in use, or does not reach this area.',
  },
  address_refused: {
    zh: '地址须以 https 开头，且不在内网；内网地址要运维人员先放开。',
    en: 'The address must be https and public; the operator can allow addresses of the house.',
  },
  no_such_webhook: { zh: '没有这个推送。', en: 'There is no such webhook.' },
  no_such_delivery: { zh: '没有这一次推送。', en: 'There is no such delivery.' },
  one_or_since: {
    zh: '补发一次，或从某时起补发，选一样。',
    en: 'Send one again, or everything since an instant: one of the two.',
  },
  webhook_ended: { zh: '这个推送已经结束。', en: 'This webhook has ended.' },
} satisfies Record<string, Words>

export const webhookStateWords: Readonly<Record<WebhookState, Words>> = {
  active: { zh: '正常', en: 'Working' },
  failing: { zh: '对方没收到，正在重试', en: 'Not received, being tried again' },
  disabled: { zh: '已停：长时间收不到', en: 'Stopped: nothing was received for days' },
  ended: { zh: '已结束', en: 'Ended' },
}
