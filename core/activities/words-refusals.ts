// What the centre's doors refuse, in words: what is missing and what would do.
import type { Words } from '#core/kit/words.ts'
import { lendingWords } from './lending.ts'

export const activityRefusals: Readonly<Record<string, Words>> = {
  ...lendingWords,
  not_yours: {
    zh: '这个中心不归您管。可以找本社区书记或中心工作人员。',
    en: 'This centre is not yours to keep. Ask its staff or the community’s secretary.',
  },
  no_such_area: { zh: '没有这个地方。', en: 'There is no such place.' },
  no_such_centre: {
    zh: '还没有这个中心，请先写中心的名字和地址。',
    en: 'There is no such centre yet; enter its name and address first.',
  },
  no_such_room: { zh: '没有这间房。', en: 'There is no such room.' },
  no_such_floor: {
    zh: '还没有这一层，请先加楼层。',
    en: 'That floor is not there yet; add it first.',
  },
  no_such_zone: { zh: '没有这个板块。', en: 'There is no such zone.' },
  no_such_group: {
    zh: '没有这个小组，或者口令不对。',
    en: 'There is no such group, or the secret is wrong.',
  },
  no_such_series: { zh: '没有这个系列。', en: 'There is no such series.' },
  no_such_session: {
    zh: '没有这一场，也许还没有公布。',
    en: 'There is no such session; perhaps it is not published yet.',
  },
  no_such_booking: {
    zh: '没有这个借用，或者口令不对。',
    en: 'There is no such booking, or the secret is wrong.',
  },
  no_such_registration: {
    zh: '没有这个报名，或者口令不对。',
    en: 'There is no such registration, or the secret is wrong.',
  },
  no_such_photo: {
    zh: '这张图还没传上来，请再传一次。',
    en: 'That picture has not arrived; please send it again.',
  },
  no_contact: {
    zh: '没有留电话，或者已经到期删掉了。',
    en: 'No number was left, or it has been erased.',
  },
  room_in_use: {
    zh: '那天以后这间房还有安排，先挪开再停用。',
    en: 'The room is still in use after that day; move those first.',
  },
  no_ground_zero: {
    zh: '楼层从一楼起，地下写负一。',
    en: 'Floors begin at 1; below the ground is −1.',
  },
  taken_id: {
    zh: '这个编号已经用了，请刷新再试。',
    en: 'That id is in use; reload and try again.',
  },
  changed_meanwhile: {
    zh: '您打开之后别人改过，已为您刷新，请看一眼再存。',
    en: 'Somebody changed it meanwhile. It has been refreshed; look and save again.',
  },
  day_past: {
    zh: '只能从今天或以后起改，过去的不动。',
    en: 'Only from today on; what is past stays.',
  },
  day_to_come: { zh: '日子还没到。', en: 'That day has not come yet.' },
  span_order: { zh: '关门的时间要晚于开门。', en: 'Closing comes after opening.' },
  spans_overlap: { zh: '同一天的两段时间重叠了。', en: 'Two spans of one day overlap.' },
  bad_span: {
    zh: '起止时间不对，请看看先后。',
    en: 'Start and end do not fit; look at their order.',
  },
  bad_bounds: { zh: '最短不能长于最长。', en: 'The shortest cannot be longer than the longest.' },
  phone_needed: {
    zh: '请留一个电话，只为这次借用联系，用后三十天删。',
    en: 'Please leave a telephone number: used for this booking only, erased thirty days after it.',
  },
  bad_phone: {
    zh: '电话看着不像，请核对数字。',
    en: 'That does not look like a telephone number.',
  },
  wrong_secret: {
    zh: '小组口令不对，可以请中心工作人员重发。',
    en: 'The group’s secret is wrong; the centre’s staff can give a new one.',
  },
  reason_needed: {
    zh: '请写理由，对方会看到。',
    en: 'Please give the reason; the other side reads it.',
  },
  booking_closed: { zh: '这个借用已经定了或结束了。', en: 'This booking is decided or over.' },
  rule_unreadable: {
    zh: '重复规则看不懂。例：FREQ=WEEKLY;BYDAY=TU。',
    en: 'The rule cannot be read. Example: FREQ=WEEKLY;BYDAY=TU.',
  },
  rule_too_often: {
    zh: '一天以内的重复不支持，请按天、周、月、年。',
    en: 'Nothing more often than daily.',
  },
  rule_part_unknown: { zh: '规则里有一项不认识。', en: 'The rule has a part that is not known.' },
  rule_until_and_count: { zh: '截止日期和次数只写一样。', en: 'Give an end or a count, not both.' },
  series_time_unreadable: { zh: '日期或时间看不懂。', en: 'The date or time cannot be read.' },
  series_ended: { zh: '这个系列已经结束。', en: 'This series has ended.' },
  in_the_past: {
    zh: '这个时间已经过了，请另选。',
    en: 'That time is past; please choose another.',
  },
  nothing_changed: { zh: '没有改动。', en: 'Nothing would change.' },
  session_over: { zh: '这一场已经结束。', en: 'This session is over.' },
  session_cancelled: { zh: '这一场已经停了。', en: 'This session was called off.' },
  session_began: {
    zh: '已经开始了，直接来就行，不用报名。',
    en: 'It has begun; just come, no registration is needed.',
  },
  no_registration: {
    zh: '这一场不用报名，直接来。',
    en: 'No registration for this one; just come.',
  },
  more_than_seats: { zh: '人数多于座位数。', en: 'More people than there are seats.' },
  more_than_registered: {
    zh: '比报名的人数多，多出来的人在门口点一下就行。',
    en: 'More than registered; tap the others in at the door.',
  },
  not_yet: {
    zh: '还没到时候，开始前两小时起可以记。',
    en: 'Not yet: from two hours before the start.',
  },
  too_late: { zh: '过了一个月，不再改数。', en: 'A month has passed; the figure stays.' },
  below_known: {
    zh: '不能少于已经勾到场的人数。',
    en: 'Not fewer than those ticked off as present.',
  },
  agreement_needed: { zh: '要本人同意公开才登记。', en: 'Entered only if they agree to be shown.' },
  no_such_theme: {
    zh: '这个社区没有这个主题，或者没有这项措施。',
    en: 'The community has no such theme, or the theme no such measure.',
  },
  no_such_thanks: {
    zh: '没有这句感谢，也许已经撤下。',
    en: 'There is no such thank-you; perhaps it was withdrawn.',
  },
  no_such_space: { zh: '没有这处空间。', en: 'There is no such space.' },
  no_such_use: { zh: '没有这个用法。', en: 'There is no such use.' },
  space_withdrawn: { zh: '这处空间已经收回。', en: 'This space was taken back.' },
  space_allocated: {
    zh: '这处空间已经给出去了，先结束那个用法。',
    en: 'This space is given to somebody; end that use first.',
  },
  use_decided: { zh: '这个用法已经定了。', en: 'This use is decided already.' },
  terms_needed: {
    zh: '给出去要写从哪天起、什么条件。',
    en: 'Giving it needs a first day and the terms.',
  },
}
