// What is wrong with an entry of the register, and what to write instead. Nobody is blamed.
import type { Words } from '#core/kit/words.ts'

export const faultWords = {
  unknown_kind: {
    zh: '类别不在本地的清单里，请从清单里选。',
    en: 'The kind is not on the list of this place. Choose one from it.',
  },
  no_name: {
    zh: '请写单位或场地的名称，至少两个字。',
    en: 'Write the name of the organisation or place, at least two characters.',
  },
  name_of_person: {
    zh: '看着像一位个人的姓名。这里只登记单位、队伍和场地，请写单位的名称。',
    en: 'This looks like the name of a person. Only organisations, teams and places stand here: write the name of the organisation.',
  },
  contact_of_person: {
    zh: '看着像一位个人的姓名。请写接电话的部门或柜台，例如“门诊服务台”。',
    en: 'This looks like the name of a person. Write the department or counter that answers, such as “Outpatient desk”.',
  },
  phone_of_person: {
    zh: '这是手机号码，跟着个人走。请写柜台或总机的电话。',
    en: 'This is a mobile number and goes with a person. Write the telephone of the counter or switchboard.',
  },
  bad_phone: {
    zh: '电话只写数字、括号和横线，例如 023-62800000。',
    en: 'A telephone is digits, brackets and dashes, such as 023-62800000.',
  },
  person_in_text: {
    zh: '文字里有个人的姓名。请改成部门或岗位。',
    en: 'The text names a person. Write the department or post instead.',
  },
  mobile_in_text: {
    zh: '文字里有手机号码。请改成柜台或总机的电话。',
    en: 'The text holds a mobile number. Write the counter’s telephone instead.',
  },
  id_card_in_text: {
    zh: '文字里有身份证号码，请删去。',
    en: 'The text holds the number of an identity card. Take it out.',
  },
  capacity_without_unit: {
    zh: '容量和单位要一起写，或都不写。',
    en: 'Write the capacity with its unit, or neither.',
  },
  bad_capacity: { zh: '容量是大于零的整数。', en: 'A capacity is a whole number above zero.' },
  bad_hours: {
    zh: '开放时间读不懂。请写成“周一至周五 9:00-17:30；周六 9:00-12:00”，或写“24小时”。',
    en: 'The hours cannot be read. Write “Mon-Fri 9:00-17:30; Sat 9:00-12:00”, or “24 hours”.',
  },
  half_a_point: { zh: '经度和纬度要一起写。', en: 'Write longitude and latitude together.' },
  ends_before_it_begins: { zh: '最后一天早于第一天。', en: 'The last day is before the first.' },
  bad_date: { zh: '日期写成 2026-05-01。', en: 'Write a day as 2026-05-01.' },
  bad_point: {
    zh: '坐标不在经纬度的范围内。',
    en: 'The coordinates are not degrees of longitude and latitude.',
  },
  far_away: {
    zh: '这个点离本区域太远（{km} 公里）。坐标系选对了吗，经纬度有没有写反？',
    en: 'This point lies {km} km away from the area. Is the coordinate system right, are longitude and latitude swapped?',
  },
  unreadable_row: { zh: '这一行读不出来（{why}）。', en: 'This row cannot be read ({why}).' },
  no_external_id: {
    zh: '没有外部编号，再导入时就认不出它。',
    en: 'Without its own key the row cannot be recognised the next time.',
  },
  repeated_id: { zh: '外部编号与第 {line} 行重复。', en: 'The same key stands in line {line}.' },
  not_your_area: {
    zh: '区域 {area} 不归您登记，或没有这个区域。',
    en: 'The area {area} is not yours to keep, or there is none.',
  },
  kept_elsewhere: {
    zh: '这个编号由别的区域登记着，不在这里改。',
    en: 'Another area keeps the entry with this key; it is not changed here.',
  },
  ended_here: {
    zh: '这一条已经终止。要重新开始，请另起一个编号。',
    en: 'This entry has ended. To begin again, give it another key.',
  },
  too_long: {
    zh: '“{field}”太长，最多 {max} 个字。',
    en: '“{field}” takes at most {max} characters.',
  },
} satisfies Record<string, Words>
