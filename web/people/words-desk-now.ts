// What the line says that names who answers for a place now.
import type { Words } from '#core/kit/words.ts'

export const deskNowWords = {
  heading: { zh: '现在谁答复', en: 'Who answers now' },
  onDuty: { zh: '现在由{desk}答复，到{until}。', en: 'Now answered by: {desk}, until {until}.' },
  answers: { zh: '现在由{desk}答复。', en: 'Now answered by: {desk}.' },
  nobody: { zh: '{area}现在没有排班。', en: 'Nobody is on the roster of {area} now.' },
  byPost: { zh: '由{post}负责。', en: 'The {post} is responsible.' },
  standsIn: { zh: '由{desk}代为答复。', en: 'The {desk} stands in.' },
  standsInUntil: {
    zh: '由{desk}代为答复，到{until}。',
    en: 'The {desk} stands in until {until}.',
  },
  again: { zh: '这里的值班{at}开始。', en: 'The desk here is on duty again from {at}.' },
  call: { zh: '现在打 {phone}，{whose}有人接。', en: 'Call {phone} now: {whose} answers.' },
  callUntil: {
    zh: '现在打 {phone}，{whose}有人接，接到{until}。',
    en: 'Call {phone} now: {whose} answers, until {until}.',
  },
  callHotline: {
    zh: '现在打 {phone}，白天夜里都有人接。',
    en: 'Call {phone} now: it is answered day and night.',
  },
  callLater: {
    zh: '{at}起，打 {phone}，{whose}有人接。',
    en: 'From {at} {whose} answers {phone}.',
  },
} as const satisfies Record<string, Words>

/** The telephone of the desk, for whoever keeps it. */
export const deskPhoneWords = {
  phone: { zh: '值班电话', en: 'Telephone of the desk' },
  noPhone: {
    zh: '还没有写值班电话，居民看到的是街道的。',
    en: 'No telephone is kept; residents see the street’s.',
  },
  setPhone: { zh: '改值班电话', en: 'Change the telephone' },
  says: {
    zh: '居民在社区首页和自己的件上看到它。写办公室的，不写个人的。空着就不显示。',
    en: 'Residents see it on the community’s page and beside their case. An office’s number, nobody’s own. Empty: not shown.',
  },
  kept: { zh: '值班电话改好了。', en: 'The telephone is kept.' },
  save: { zh: '存下', en: 'Save' },
} as const satisfies Record<string, Words>
