// What the centre keeps about whoever comes, borrows a room or helps.
import type { Words } from '#core/kit/words.ts'
import type { PersonalField } from '#core/people/personal-data.ts'

const since = '2026-01-01'
const atDesk: Words = {
  zh: '中心值班的人，打开要写理由，记下来。',
  en: 'Whoever is on duty at the centre, with a reason that is written down.',
}
const sealed = {
  basis: 'consent',
  law: null,
  sealed: true,
  deletedBy: 'erase_activity_contacts',
  days: null,
} as const
const shown = { basis: 'separateConsent', law: null, sealed: false, days: null } as const

export const personalOfActivities: readonly PersonalField[] = [
  {
    key: 'registration.phone',
    name: { zh: '报名留的电话', en: 'Telephone left with a registration' },
    ...sealed,
    columns: ['activities.registration_contacts.sealed_phone'],
    texts: [
      {
        since,
        purpose: {
          zh: '只在这一场改期或取消时打给您。',
          en: 'Only to call you if this session is moved or cancelled.',
        },
        kept: { zh: '活动过后七天删除。', en: 'Deleted seven days after it.' },
        seenBy: atDesk,
        without: {
          zh: '不留也给您留座，变动看报名页。',
          en: 'Your places are kept without it; changes stand on the page of the registration.',
        },
      },
    ],
  },
  {
    key: 'booking.phone',
    name: { zh: '借用场地留的电话和称呼', en: 'Telephone and name left with a booking' },
    ...sealed,
    basis: 'contract',
    columns: [
      'activities.booking_contacts.sealed_phone',
      'activities.booking_contacts.sealed_name',
      'activities.booking_contacts.phone_index',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '为这次借用联系您，并算一周借了几小时，好让大家轮得到。',
          en: 'To call you about this booking, and to add up a week’s hours so that everybody has a turn.',
        },
        kept: { zh: '用后三十天删除。', en: 'Deleted thirty days after it.' },
        seenBy: atDesk,
        without: {
          zh: '没有电话就由团队或单位来借。',
          en: 'Without a number a group or an organisation stands for the loan.',
        },
      },
    ],
  },
  {
    key: 'booking.purpose',
    name: { zh: '谁来借、做什么', en: 'Who borrows, and what for' },
    basis: 'contract',
    law: null,
    sealed: false,
    deletedBy: null,
    days: null,
    columns: [
      'activities.bookings.organisation',
      'activities.bookings.purpose',
      'activities.bookings.title_zh',
      'activities.bookings.reason',
      'activities.space_uses.by_whom',
      'activities.space_uses.words',
      'activities.space_uses.terms',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '用来决定借不借、准备场地。',
          en: 'To decide on the loan and to prepare the room.',
        },
        kept: { zh: '随这次借用保存。', en: 'It stays with the booking.' },
        seenBy: {
          zh: '中心的人；日程上只显示您愿意显示的标题。',
          en: 'Staff of the centre; the week shows a title only if you want it shown.',
        },
        without: null,
      },
    ],
  },
  {
    key: 'registration.card',
    name: { zh: '扫码签到的码', en: 'Code shown at the door' },
    basis: 'separateConsent',
    law: null,
    sealed: false,
    deletedBy: 'erase_activity_contacts',
    days: null,
    columns: ['activities.cards.card', 'activities.card_visits.card'],
    texts: [
      {
        since,
        purpose: {
          zh: '愿意的人扫一下，算出一年来过多少人；码上没有姓名。',
          en: 'Whoever likes shows it, so that a year’s people can be counted; it holds no name.',
        },
        kept: {
          zh: '第二年二月只剩一个数。',
          en: 'From February of the next year only a number is left.',
        },
        seenBy: { zh: '没有人看得到单个的码。', en: 'Nobody sees a single code.' },
        without: {
          zh: '不扫也进，门口数人头。',
          en: 'You come in without it; heads are counted at the door.',
        },
      },
    ],
  },
  {
    key: 'group.leader',
    name: { zh: '团队负责人的称呼', en: 'What a group leader is called' },
    ...shown,
    deletedBy: 'act saveGroup',
    columns: [
      'activities.groups.leader_shown',
      'activities.groups.leader_post',
      'activities.series.lecturer',
      'activities.sessions.lecturer',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '本人愿意才写在公开页上，方便找到。',
          en: 'Shown on the public page if the person wants it, to be found.',
        },
        kept: { zh: '本人说不写，当天拿下来。', en: 'Taken down on the day the person says so.' },
        seenBy: { zh: '任何人。', en: 'Anybody.' },
        without: { zh: '只写岗位，不写称呼。', en: 'The post stands there without a name.' },
      },
    ],
  },
  {
    key: 'group.volunteer',
    name: { zh: '志愿者和被感谢的人的称呼', en: 'What volunteers and those thanked are called' },
    ...shown,
    deletedBy: 'act saveVolunteer',
    columns: [
      'activities.volunteers.shown',
      'activities.volunteers.offers',
      'activities.thanks.shown',
      'activities.thanks.deed',
    ],
    texts: [
      {
        since,
        purpose: {
          zh: '本人同意公开才登记，不计分、不排名。',
          en: 'Entered only if the person agreed to be shown; no points, no ranking.',
        },
        kept: { zh: '本人说不公开，当天拿下来。', en: 'Taken down on the day the person says so.' },
        seenBy: { zh: '任何人。', en: 'Anybody.' },
        without: { zh: '照样可以来帮忙。', en: 'You can help all the same.' },
      },
    ],
  },
]

const of = (key: PersonalField['key']) => personalOfActivities.filter((field) => field.key === key)
export const phoneOfRegistration = of('registration.phone')
export const phoneOfBooking = of('booking.phone')
