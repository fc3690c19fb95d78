// Words of requests for resources to come down: states, moves, what each side is told, and why something cannot be done.
import type { Words } from '#core/kit/words.ts'
import type { AnswerKind, RequestMove, RequestState } from './request.ts'

export const requestStateWords: Readonly<Record<RequestState, Words>> = {
  ASKED: { zh: '等答复', en: 'Waiting for an answer' },
  GIVEN: { zh: '同意给', en: 'Given' },
  PARTLY: { zh: '给一部分', en: 'Given in part' },
  REFUSED: { zh: '这次给不了', en: 'Not given' },
  REGISTERED: { zh: '已登记', en: 'Registered' },
  USED: { zh: '在用', en: 'In use' },
  REPORTED: { zh: '已回报', en: 'Reported' },
  WITHDRAWN: { zh: '已收回', en: 'Taken back' },
}

export const requestMoveWords: Readonly<Record<RequestMove, Words>> = {
  ask: { zh: '提出请求', en: 'Asked' },
  answer: { zh: '答复', en: 'Answer' },
  escalate: { zh: '向上一级提', en: 'Take it one level up' },
  withdraw: { zh: '收回请求', en: 'Take it back' },
  register: { zh: '登记并写明条件', en: 'Register with its terms' },
  use: { zh: '记一次使用', en: 'Record a use' },
  correct: { zh: '更正一次使用', en: 'Correct a use' },
  report: { zh: '回报成效', en: 'Report what it brought' },
}

export const answerWords: Readonly<Record<AnswerKind, Words>> = {
  GIVEN: { zh: '给', en: 'Give' },
  PARTLY: { zh: '给一部分', en: 'Give in part' },
  REFUSED: { zh: '这次给不了', en: 'Cannot give' },
}

export const requestWords = {
  told: {
    ask: {
      zh: '{area}请求：{what}，请在 {day} 前答复',
      en: '{area} asks for {what}; please answer by {day}',
    },
    answer: { zh: '{area}答复了：{what}', en: '{area} has answered: {what}' },
    escalate: {
      zh: '{area}的请求升到本级：{what}，请在 {day} 前答复',
      en: 'A request of {area} has come up to you: {what}; please answer by {day}',
    },
    withdraw: { zh: '{area}收回了请求：{what}', en: '{area} has taken back its request: {what}' },
    register: {
      zh: '{area}已登记，可以用了：{what}',
      en: '{area} has registered it, ready for use: {what}',
    },
    use: { zh: '{area}用了一次：{what}', en: '{area} has used it: {what}' },
    correct: {
      zh: '{area}更正了一次使用的记录：{what}',
      en: '{area} has corrected a recorded use: {what}',
    },
    report: { zh: '{area}回报了成效：{what}', en: '{area} reports what it brought: {what}' },
  } satisfies Record<RequestMove, Words>,
  ending: {
    zh: '“{name}”登记到 {day} 为止，请核实后续期或终止',
    en: '“{name}” is registered until {day}: check it, then renew or end it',
  },
  late: {
    zh: '{area}的请求过了答复日（{day}）：{what}',
    en: 'A request of {area} is past its day ({day}): {what}',
  },
}

/** Of the whole room. */
export const resourceRefusals: Readonly<Record<string, Words>> = {
  no_such_area: { zh: '没有这个区域。', en: 'There is no such area.' },
  no_such_resource: {
    zh: '没有这一条资源，或已经终止。',
    en: 'There is no such entry, or it has ended.',
  },
  no_such_request: {
    zh: '没有这一条请求，或不归您看。',
    en: 'There is no such request, or it is outside your area.',
  },
  not_yours: {
    zh: '由另一方来办：请求方或答复方的负责人。',
    en: 'This is for the other side: whoever asked, or whoever was asked.',
  },
  bad_entry: {
    zh: '有几处要改，写在各栏下面。',
    en: 'Some fields need a change, said below each.',
  },
  already_ended: {
    zh: '这一条已经终止，不再改动。',
    en: 'This entry has ended and is not changed any more.',
  },
  nothing_changed: {
    zh: '和原来的一样，没有要存的改动。',
    en: 'It says the same as before: nothing to keep.',
  },
  day_past: {
    zh: '日期已经过去，请选今天或以后。',
    en: 'The day has passed: choose today or later.',
  },
  no_such_use: { zh: '没有这一次使用的记录。', en: 'There is no such use.' },
  already_corrected: {
    zh: '这一次已经更正过，请更正最新的一条。',
    en: 'It was corrected already; correct the newest entry.',
  },
  day_ahead: {
    zh: '使用的日期还没到。用了以后再记。',
    en: 'That day has not come yet: record it afterwards.',
  },
  before_asked: {
    zh: '使用的日期早于请求的日期。',
    en: 'That day is before the request was made.',
  },
  not_above: {
    zh: '只能向上级请求：街道、区县或市。',
    en: 'Only a level above can be asked: street, district or city.',
  },
  alternative_needed: {
    zh: '给不了，也请写一条别的路：可以找谁，或什么时候再提。',
    en: 'Where it cannot be given, name another way: whom to ask, or when to ask again.',
  },
  person_in_text: {
    zh: '文字里有个人的姓名、手机或证件号。请改成部门或岗位，人数只写数字。',
    en: 'The text names a person, a mobile or an identity number. Write the department or post; of people only how many.',
  },
  not_yet: { zh: '还没有到这一步。', en: 'It is not at this step yet.' },
  already_over: { zh: '这一条请求已经了结。', en: 'This request is over.' },
  gone_up_before: {
    zh: '已经向上提过一次，不再上提。',
    en: 'It has gone up once, and goes up once only.',
  },
  nobody_above: { zh: '上面没有更高一级了。', en: 'There is no level above.' },
  not_used_yet: {
    zh: '先记一次使用，才能回报成效。',
    en: 'Record a use first, then report what it brought.',
  },
  unreadable_file: {
    zh: '文件读不出来。请给 CSV（第一行是栏名）或 GeoJSON，不超过 4 MB。',
    en: 'The file cannot be read. Give a CSV whose first line names the columns, or a GeoJSON, of at most 4 MB.',
  },
  no_key_column: {
    zh: '请指明哪一栏是编号：靠它，再导入时才认得出同一条。',
    en: 'Say which column is the key: by it an entry is recognised the next time.',
  },
}
