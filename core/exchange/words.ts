// What the exchange with other systems says when it refuses, and what its states are called.
import type { Words } from '#core/kit/words.ts'
import type { RemoteRequestState, RemoteState } from './contract-remotes.ts'
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
  no_such_unit: { zh: '这里没有这个单位。', en: 'There is no such unit here.' },
  unit_is_bound: {
    zh: '这个单位已经接到另一个系统。',
    en: 'This unit is bound to another server already.',
  },
  no_services: {
    zh: '类别对应至少填一行；其余类别用 * 表示。',
    en: 'Name at least one service; * stands for all other categories.',
  },
  no_such_remote: { zh: '没有这个外部系统。', en: 'There is no such server.' },
  remote_ended: { zh: '这个外部系统已停用。', en: 'This server has been ended.' },
  webhook_ended: { zh: '这个推送已经结束。', en: 'This webhook has ended.' },
} satisfies Record<string, Words>

export const remoteStateWords: Readonly<Record<RemoteState, Words>> = {
  untried: { zh: '还没试过', en: 'Not tried yet' },
  working: { zh: '正常', en: 'Working' },
  failing: { zh: '不通，正在重试', en: 'No answer, being tried again' },
  ended: { zh: '已停用', en: 'Ended' },
}

export const remoteRequestWords: Readonly<Record<RemoteRequestState, Words>> = {
  waiting: { zh: '待送', en: 'On its way' },
  sent: { zh: '对方在办', en: 'Being handled there' },
  settled: { zh: '对方已了结，待我方核实', en: 'Settled there, to be looked at here' },
  refused: { zh: '对方没接，已退回', en: 'Not taken, handed back' },
  failed: { zh: '送不到，已退回', en: 'Could not be sent, handed back' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  done: { zh: '已核查通过', en: 'Checked and passed' },
}

export const webhookStateWords: Readonly<Record<WebhookState, Words>> = {
  active: { zh: '正常', en: 'Working' },
  failing: { zh: '对方没收到，正在重试', en: 'Not received, being tried again' },
  disabled: { zh: '已停：长时间收不到', en: 'Stopped: nothing was received for days' },
  ended: { zh: '已结束', en: 'Ended' },
}
