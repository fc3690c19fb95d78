// What is kept of residents with an account and of staff.
import type { PersonalField } from './personal-data.ts'

const since = '2026-01-01'

const account = {
  basis: 'consent',
  law: null,
  sealed: true,
  deletedBy: 'forget_residents',
  days: null,
} as const
const nobody = {
  zh: '只有您自己；工作人员看不到您有没有账号。',
  en: 'You alone; staff do not see whether you have an account.',
}
const noAccount = {
  zh: '不注册也一样反映、查进度、评价。',
  en: 'Without an account you report, follow and rate as before.',
}
const staff = {
  basis: 'employment',
  law: null,
  sealed: false,
  deletedBy: null,
  days: null,
} as const
const logs = {
  zh: '网络安全法第二十三条：日志至少留存六个月',
  en: 'Cybersecurity Law, article 23: logs are kept for six months at least',
}
const auditors = {
  zh: '本人和审计管理员。',
  en: 'The person and the audit administrator.',
}

export const personalOfPeople: readonly PersonalField[] = [
  {
    key: 'account.phone',
    name: { zh: '账号的手机号', en: 'Telephone number of an account' },
    ...account,
    columns: [
      'people.residents.sealed_phone',
      'people.residents.phone_index',
      'people.resident_codes.phone_index',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '只用来发验证码，让您在一处看自己的反映。',
          en: 'Only to send you codes, so that you see your reports in one place.',
        },
        kept: {
          zh: '您删除账号时马上删；两年没有打开自动删除。',
          en: 'Deleted at once when you delete the account, and by itself after two years unopened.',
        },
        seenBy: nobody,
        without: noAccount,
      },
    ],
  },
  {
    key: 'account.name',
    name: { zh: '账号里的称呼', en: 'Name in an account' },
    ...account,
    columns: ['people.residents.sealed_name'],
    texts: [
      {
        since,
        purpose: { zh: '只是页面上怎么称呼您。', en: 'Only how the page addresses you.' },
        kept: { zh: '和账号一起删除。', en: 'Deleted with the account.' },
        seenBy: nobody,
        without: { zh: '不填什么也不少。', en: 'Without it nothing is missing.' },
      },
    ],
  },
  {
    key: 'account.reports',
    name: { zh: '您放进账号的反映', en: 'Reports you put into the account' },
    ...account,
    columns: [
      'cases.resident_reports.sealed_secret',
      'people.consents.purpose',
      'people.consents.version',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '让您登录后一处看全，并记下您同意的是哪一版说明。',
          en: 'To show them in one place, and to remember which text you agreed to.',
        },
        kept: {
          zh: '和账号一起删除，反映本身还在。',
          en: 'Deleted with the account; the reports stay.',
        },
        seenBy: nobody,
        without: noAccount,
      },
    ],
  },
  {
    key: 'staff.name',
    name: { zh: '工作人员的姓名和登录名', en: 'Name and login of staff' },
    ...staff,
    columns: [
      'people.people.login',
      'people.people.name',
      'people.identities.issuer',
      'people.identities.subject',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '用来派工、排班，说清每一步是谁办的。',
          en: 'To give out work and shifts, and to say who took each step.',
        },
        kept: {
          zh: '离岗当天停用登录；办过的事上的姓名随事保存。',
          en: 'Sign-in ends on the day they leave; the name stays with what they did.',
        },
        seenBy: {
          zh: '同事；居民只看到岗位。',
          en: 'Colleagues; residents read the post alone.',
        },
        without: null,
      },
    ],
  },
  {
    key: 'staff.signIn',
    name: { zh: '登录记录', en: 'Record of signing in' },
    ...staff,
    basis: 'legalDuty',
    law: logs,
    columns: [
      'people.sessions.user_agent',
      'people.sessions.address',
      'people.sign_in_attempts.address',
      'people.sign_in_attempts.user_agent',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '用来发现别人冒用账号。',
          en: 'To find out when somebody else uses an account.',
        },
        kept: {
          zh: '由运维单位按规定的年限保存。',
          en: 'Kept by the operator for the years that are prescribed.',
        },
        seenBy: auditors,
        without: null,
      },
    ],
  },
  {
    key: 'staff.factor',
    name: { zh: '第二道验证的密钥', en: 'Secret of the second factor' },
    ...staff,
    sealed: true,
    deletedBy: 'act endFactor',
    columns: [
      'people.second_factors.sealed_secret',
      'people.second_factors.sealed_pending',
      'people.factor_events.reason',
    ],
    texts: [
      {
        since,
        purpose: { zh: '只用来核对验证码。', en: 'Only to check the codes.' },
        kept: {
          zh: '停用或重新设置时马上删除。',
          en: 'Deleted at once when it is ended or set anew.',
        },
        seenBy: { zh: '没有人。', en: 'Nobody.' },
        without: {
          zh: '没有要求的岗位可以不用。',
          en: 'Posts that do not require it do without.',
        },
      },
    ],
  },
  {
    key: 'staff.looks',
    name: { zh: '谁看过个人信息、带走过清单', en: 'Who opened personal data or took lists out' },
    ...staff,
    basis: 'legalDuty',
    law: {
      zh: '个人信息保护法第五十一条：采取措施防止未经授权的访问',
      en: 'Personal Information Protection Law, article 51: measures against unauthorised access',
    },
    columns: [
      'people.looks.case_id',
      'people.looks.case_number',
      'people.looks.fields',
      'people.looks.reason',
      'people.looks.role',
      'people.exports.list',
      'people.exports.title',
      'people.exports.filters',
      'people.exports.mark',
      'cases.glasses.case_number',
      'cases.glasses.role',
      'cases.glasses.reason',
      'cases.glasses.review',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '让本人知道谁在什么时候为什么看过。',
          en: 'So that the person concerned knows when it was opened, by which office and why.',
        },
        kept: {
          zh: '只增不改，至少三年。',
          en: 'Only added to, never changed; three years at least.',
        },
        seenBy: {
          zh: '看的人自己、被看的反映人（只见岗位）、审计管理员。',
          en: 'Whoever looked, the reporter concerned (the post alone) and the audit administrator.',
        },
        without: null,
      },
    ],
  },
]
