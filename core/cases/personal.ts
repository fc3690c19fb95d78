// What a report keeps about whoever sends it, and what staff write down for a caller.
import type { Words } from '#core/kit/words.ts'
import type { PersonalField } from '#core/people/personal-data.ts'
import { defaultLoopRules } from './rules.ts'

const since = '2026-01-01'

const task: Words = {
  zh: '城市居民委员会组织法第三条：反映居民的意见、要求和提出建议，办理公共事务',
  en: 'Organic Law of the Urban Residents Committees, article 3: to pass on what residents say and to deal with public affairs',
}
const onDuty: Words = {
  zh: '负责这一件的值班员写明理由才能打开，谁在什么时候为什么打开，您在这一件的页面上看得到。',
  en: 'The duty officer of the case alone can open it, with a written reason; when, which office and why stands on the page of your report.',
}
const days = {
  rule: 'cases.loop',
  part: 'eraseContactAfterDays',
  usual: defaultLoopRules.eraseContactAfterDays,
}
const afterClosing: Words = {
  zh: '办结满 {days} 天自动删除。',
  en: 'It is deleted by itself {days} days after the end.',
}
const withTheCase: Words = {
  zh: '随这一件保存；里面不该有谁的姓名电话，工作人员看到会改去。',
  en: 'It stays with the case. No name or number belongs in it; staff who see one take it out.',
}
const workers: Words = {
  zh: '办这一件的单位和值班员；公开的清单里没有您的原话。',
  en: 'Whoever works on the case and the duty officers; public lists do not have your words.',
}

const contact = {
  basis: 'consent',
  law: null,
  sealed: true,
  deletedBy: 'erase_case_contacts',
  days,
} as const
const matter = {
  basis: 'publicTask',
  law: task,
  sealed: false,
  deletedBy: null,
  days: null,
} as const

export const personalOfCases: readonly PersonalField[] = [
  {
    key: 'report.phone',
    name: { zh: '电话', en: 'Telephone number' },
    ...contact,
    columns: ['cases.contacts.sealed_phone', 'cases.contacts.phone_index'],
    texts: [
      {
        since,
        purpose: { zh: '只用来为这一件联系您。', en: 'Only to reach you about this report.' },
        kept: afterClosing,
        seenBy: onDuty,
        without: {
          zh: '不留也一样办，进展用编号和查询码看。',
          en: 'Without it the report is handled all the same; you follow it by number and code.',
        },
      },
    ],
  },
  {
    key: 'report.name',
    name: { zh: '称呼', en: 'Name' },
    ...contact,
    columns: ['cases.contacts.sealed_name'],
    texts: [
      {
        since,
        purpose: { zh: '只用来联系时称呼您。', en: 'Only to know how to address you.' },
        kept: afterClosing,
        seenBy: onDuty,
        without: { zh: '不留也一样办。', en: 'Without it the report is handled all the same.' },
      },
    ],
  },
  {
    key: 'report.text',
    name: { zh: '您说的话', en: 'What you say' },
    ...matter,
    columns: [
      'cases.cases.text',
      'cases.cases.grams',
      'cases.cases.question',
      'cases.cases.urges',
      'cases.entries.reason',
      'cases.entries.facts',
      'cases.entries.on_behalf',
      'cases.suggestions.offered',
    ],
    texts: [
      {
        since,
        purpose: { zh: '用来办这一件。', en: 'To handle the report.' },
        kept: withTheCase,
        seenBy: workers,
        without: {
          zh: '可以只拍照或者只选类别，不写字。',
          en: 'A photo or a kind of matter is enough; nothing has to be written.',
        },
      },
    ],
  },
  {
    key: 'report.place',
    name: { zh: '地点', en: 'Exact place' },
    ...matter,
    columns: [
      'cases.cases.address',
      'cases.cases.lon',
      'cases.cases.lat',
      'cases.cases.routing',
      'cases.proofs.lon',
      'cases.proofs.lat',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '用来找到该谁办、去哪里办。',
          en: 'To find who is responsible and where to go.',
        },
        kept: { zh: '随这一件保存。', en: 'It stays with the case.' },
        seenBy: {
          zh: '办这一件的人看得到点；可能在家里的事，公开的只到网格。',
          en: 'Whoever works on it sees the point; of what may lie at a home the public sees the grid alone.',
        },
        without: {
          zh: '可以不给位置，只选社区或者写个大概。',
          en: 'Instead of a point you can choose the community or describe the place.',
        },
      },
    ],
  },
  {
    key: 'report.photo',
    name: { zh: '照片', en: 'Photos' },
    ...matter,
    sealed: true,
    columns: [
      'cases.cases.photos',
      'cases.proofs.photos_before',
      'cases.proofs.photos_after',
      'cases.samples.photos',
      'files.files.hash',
    ],
    texts: [
      {
        since,
        purpose: { zh: '用来看清是什么事。', en: 'To see what is the matter.' },
        kept: {
          zh: '拍摄位置和手机信息一收到就抹掉，图随这一件保存；交上来没用上的，一天后删除。',
          en: 'Where and with what it was taken is wiped at once. It stays with the case; what was sent and not used goes after a day.',
        },
        seenBy: {
          zh: '办这一件的人。您拍的照片不对外公开，也不会问您要不要公开。',
          en: 'Whoever works on it. Your photos are not shown in public, and nobody asks you to agree to it.',
        },
        without: { zh: '不拍也一样办。', en: 'Without it the report is handled all the same.' },
      },
    ],
  },
  {
    key: 'report.voice',
    name: { zh: '语音', en: 'Voice notes' },
    ...matter,
    sealed: true,
    deletedBy: 'let_go_recordings',
    days,
    columns: ['files.files.hash', 'cases.entries.facts'],
    texts: [
      {
        since,
        purpose: {
          zh: '网格员在现场录，用来听清是什么事。',
          en: 'Recorded on the spot by grid staff, to hear what is the matter.',
        },
        kept: afterClosing,
        seenBy: {
          zh: '办这一件的人，每听一次都记下来。',
          en: 'Whoever works on it; each hearing is written down.',
        },
        without: { zh: '不录也一样办。', en: 'Without it the matter is handled all the same.' },
      },
    ],
  },
  {
    key: 'report.caller',
    name: { zh: '来电、来访人的姓名电话', en: 'Name and number of a caller or visitor' },
    ...contact,
    columns: [
      'cases.contacts.sealed_name',
      'cases.contacts.sealed_phone',
      'cases.voices.recorded_by',
      'cases.voices.channel',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '工作人员代填，只用来为这一件联系您。',
          en: 'Written down by staff, only to reach you about this report.',
        },
        kept: afterClosing,
        seenBy: onDuty,
        without: {
          zh: '可以不说，照样登记，给您编号和查询码。',
          en: 'You need not say it: the report is taken, and you get number and code.',
        },
      },
    ],
  },
  {
    key: 'report.forwarded',
    name: { zh: '转给别的系统的内容', en: 'What is passed to another system' },
    ...matter,
    deletedBy: 'forget_remote_requests',
    columns: ['exchange.remote_requests.form', 'exchange.remote_words.words'],
    texts: [
      {
        since,
        purpose: {
          zh: '这一件由别的单位的系统办时，把事情和地点转过去，不转姓名和电话。',
          en: 'Where another body’s system handles it, the matter and its place are passed on; no name and no number.',
        },
        kept: {
          zh: '办完九十天后删除转交的那一份。',
          en: 'The copy passed on is deleted ninety days after the end.',
        },
        seenBy: { zh: '那个单位。', en: 'That body.' },
        without: null,
      },
    ],
  },
]

/** What a reporter may leave and take back. */
export const contactFields = personalOfCases.filter(
  ({ key }) => key === 'report.phone' || key === 'report.name',
)
