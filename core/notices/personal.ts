// What goes to a telephone or mailbox, while it is on its way.
import type { PersonalField } from '#core/people/personal-data.ts'

export const personalOfNotices: readonly PersonalField[] = [
  {
    key: 'alerts.message',
    name: { zh: '正在发出的短信和邮件', en: 'Messages on their way' },
    basis: 'consent',
    law: null,
    sealed: true,
    deletedBy: 'forget_messages',
    days: null,
    columns: [
      'notices.messages.to_index',
      'notices.messages.sealed_message',
      'notices.demo_inbox.shown_to',
      'notices.demo_inbox.subject',
      'notices.demo_inbox.body',
      'notices.demo_inbox.headers',
    ],
    texts: [
      {
        since: '2026-01-01',
        purpose: { zh: '只用来把您要的消息发给您。', en: 'Only to send you what you asked for.' },
        kept: { zh: '发出后三十天删除。', en: 'Deleted thirty days after it was sent.' },
        seenBy: {
          zh: '发送的短信、邮件服务；工作人员看不到。',
          en: 'The service that sends it; no member of staff.',
        },
        without: { zh: '不要消息就没有。', en: 'Without messages there is none.' },
      },
    ],
  },
]
