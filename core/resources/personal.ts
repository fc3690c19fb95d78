// Contacts of what institutions offer, and what is asked of them.
import type { PersonalField } from '#core/people/personal-data.ts'

const since = '2026-01-01'
const shared = { law: null, sealed: false, deletedBy: null, days: null } as const

export const personalOfResources: readonly PersonalField[] = [
  {
    key: 'resource.contact',
    name: { zh: '单位的联系电话', en: 'Telephone of an institution' },
    ...shared,
    basis: 'consent',
    columns: [
      'resources.resources.phone',
      'resources.resources.counter',
      'resources.resources.hours_note',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '公开给要找这家单位的人。',
          en: 'Shown to whoever looks for the institution.',
        },
        kept: {
          zh: '单位改了、撤了就换掉。',
          en: 'Replaced when the institution changes or ends it.',
        },
        seenBy: {
          zh: '任何人。请填办公电话，不填个人的。',
          en: 'Anybody. It is the office’s number, never a person’s.',
        },
        without: { zh: '可以只写地址和时间。', en: 'Address and hours are enough.' },
      },
    ],
  },
  {
    key: 'resource.request',
    name: { zh: '申请资源时写的话', en: 'What is written in a request' },
    ...shared,
    basis: 'publicTask',
    columns: [
      'resources.requests.what',
      'resources.requests.for_whom',
      'resources.requests.why',
      'resources.requests.answer',
      'resources.requests.terms',
      'resources.requests.brought',
      'resources.request_moves.facts',
      'resources.uses.what_for',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '说明给哪一类人用、做什么，不写姓名。',
          en: 'To say for which group and what for, without names.',
        },
        kept: { zh: '随申请保存。', en: 'It stays with the request.' },
        seenBy: { zh: '申请的和提供的单位。', en: 'The offices that ask and give.' },
        without: null,
      },
    ],
  },
]
