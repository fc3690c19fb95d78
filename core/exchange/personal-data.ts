// The whole register: the fields of every room, put together where all rooms are known. A test holds it against the
// columns of the database (testing/personal-data.test.ts).
import { personalOfActivities } from '#core/activities/personal.ts'
import { personalOfCases } from '#core/cases/personal.ts'
import { personalOfNotices } from '#core/notices/personal.ts'
import { personalOfPatrols } from '#core/patrols/personal.ts'
import type { PersonalField } from '#core/people/personal-data.ts'
import { usualOfOrders } from '#core/places/rule-keeping.ts'
import { personalOfPeople } from '#core/people/personal.ts'
import { personalOfResources } from '#core/resources/personal.ts'
import { personalOfSurveys } from '#core/surveys/personal.ts'
import { personalOfThemes } from '#core/themes/personal.ts'

const personalOfAlerts: readonly PersonalField[] = [
  {
    key: 'alerts.address',
    name: { zh: '订阅提醒的邮箱或手机号', en: 'Mailbox or number for alerts' },
    basis: 'consent',
    law: null,
    sealed: true,
    deletedBy: 'forget_alerts',
    days: null,
    columns: [
      'exchange.alerts.sealed_contact',
      'exchange.alerts.address_index',
      'exchange.alerts.kinds',
      'exchange.alerts.topics',
      'exchange.alerts.consent_version',
    ],
    texts: [
      {
        since: '2026-01-01',
        purpose: {
          zh: '只用来把您选的地方、您选的事发给您。',
          en: 'Only to tell you of the places and matters you chose.',
        },
        kept: {
          zh: '点一下就删；一年不续自动删除。',
          en: 'One press deletes it, and a year without renewing does so by itself.',
        },
        seenBy: { zh: '没有工作人员看得到。', en: 'No member of staff.' },
        without: {
          zh: '同样的内容在社区页面和公告栏都有。',
          en: 'The same stands on the community’s page and board.',
        },
      },
    ],
  },
]

const personalOfOrders: PersonalField = {
  key: 'report.order',
  name: { zh: '12345 转来的工单号和答复', en: 'Number of an order of the hotline, and its answer' },
  basis: 'publicTask',
  law: null,
  sealed: false,
  deletedBy: 'forget_orders',
  days: { rule: 'exchange.orders', part: 'keptDays', usual: usualOfOrders.keptDays },
  columns: [
    'exchange.orders.number',
    'exchange.orders.case_number',
    'exchange.orders.follows',
    'exchange.orders.earlier',
    'exchange.orders.words',
    'exchange.order_answers.answer',
    'exchange.order_imports.file_name',
  ],
  texts: [
    {
      since: '2026-01-01',
      purpose: {
        zh: '您打 12345，热线把工单转来；办得怎么样要回给热线。',
        en: 'You called 12345 and the hotline handed your order over; what became of it is told to the hotline.',
      },
      kept: {
        zh: '了结满 {days} 天自动删除；您的姓名电话随那一件更早就删了。',
        en: 'Deleted by itself {days} days after its end; your name and number went earlier, with the case.',
      },
      seenBy: {
        zh: '收工单的街道（区县、市）值班人员和热线。',
        en: 'Duty people of the street, district or city that took it in, and the hotline.',
      },
      without: null,
    },
  ],
}

const personalOfActs: PersonalField = {
  key: 'staff.acts',
  name: { zh: '谁办的、什么理由', en: 'Who acted, and why' },
  basis: 'employment',
  law: null,
  sealed: false,
  deletedBy: null,
  days: null,
  columns: [
    'activities.attendance.by',
    'activities.bookings.asked_by',
    'activities.bookings.decided_by',
    'activities.entries.actor_id',
    'activities.group_secrets.given_by',
    'activities.hours.entered_by',
    'activities.lending_rules.entered_by',
    'activities.special_days.entered_by',
    'activities.tellings.called_by',
    'activities.thanks.thanked_by',
    'cases.callbacks.by',
    'cases.callbacks.reviewer',
    'cases.cases.created_by',
    'cases.cases.verifier',
    'cases.cases.took_part',
    'cases.entries.actor_id',
    'cases.entries.role',
    'cases.extension_requests.by',
    'cases.extension_requests.decided_by',
    'cases.legs.given_by',
    'cases.legs.handed_in_by',
    'cases.legs.checked_by',
    'cases.legs.upheld_by',
    'cases.proofs.by',
    'cases.rounds.closed_by',
    'cases.samples.judged_by',
    'cases.whistles.by',
    'cases.whistles.settled_by',
    'kit.commands.actor',
    'resources.changes.role',
    'resources.request_moves.role',
    'surveys.publications.decided_by',
  ],
  texts: [
    {
      since: '2026-01-01',
      purpose: {
        zh: '让每一步都有人负责、可以复核。',
        en: 'So that somebody answers for each step and it can be reviewed.',
      },
      kept: { zh: '随那一件事保存。', en: 'It stays with the matter.' },
      seenBy: {
        zh: '看得到这件事的工作人员；不汇总成个人的数，不排名。',
        en: 'Staff who see the matter. It is never added up per person, and nobody is ranked.',
      },
      without: null,
    },
  ],
}

export const personalData: readonly PersonalField[] = [
  ...personalOfCases,
  ...personalOfPeople,
  personalOfOrders,
  personalOfActs,
  ...personalOfAlerts,
  ...personalOfNotices,
  ...personalOfActivities,
  ...personalOfSurveys,
  ...personalOfThemes,
  ...personalOfResources,
  ...personalOfPatrols,
]
