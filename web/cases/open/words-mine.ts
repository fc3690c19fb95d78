// 我的反映, in words.
import type { Words } from '#core/kit/words.ts'

export const mineWords = {
  title: { zh: '我的反映', en: 'My reports' },
  onDevice: { zh: '这台设备记得的', en: 'Kept on this device' },
  onDeviceNote: {
    zh: '只记在这台设备上，换一台就看不到了。',
    en: 'Kept on this device only: on another one they are not there.',
  },
  none: { zh: '还没有', en: 'None yet' },
  noneThen: {
    zh: '登录以后反映的会自己放进来；以前的，用编号和查询码加进来。',
    en: 'What you report while signed in comes by itself; add earlier ones by number and code.',
  },
  noneHere: {
    zh: '这台设备上没有记着的。有编号和查询码，就能看。',
    en: 'Nothing is kept on this device. Number and code open any report.',
  },
  waitsAnswer: { zh: '等您补充', en: 'Waits for your answer' },
  waitsConfirm: { zh: '等您说好了没有', en: 'Is it done? Waits for your word' },
  joined: { zh: '邻居反映的，您也遇到', en: 'Reported by a neighbour; you joined' },
  takeOver: { zh: '把这台设备上的 {n} 件加进来', en: 'Add the {n} kept on this device' },
  addTitle: { zh: '加一件', en: 'Add one' },
  add: { zh: '加进来', en: 'Add' },
  added: { zh: '加进来了', en: 'Added' },
  partFrom: { zh: '不放在这里', en: 'Take off the list' },
  updated: { zh: '{when} 有动静', en: 'Last news {when}' },
  summary: { zh: '一共 {n} 件', en: '{n} reports' },
  byNumber: { zh: '用编号和查询码看', en: 'Open by number and code' },
} satisfies Record<string, Words>
