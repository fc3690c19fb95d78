// What the residents' pages say: home, lists, a public matter, the ways. Reporting and following have their own words.
import type { Words } from '#core/kit/words.ts'

export const openWords = {
  somethingToSay: {
    zh: '有事想说，怎么方便怎么来',
    en: 'Something to say? Any way that suits you',
  },
  myCommunity: { zh: '我的社区', en: 'My community' },
  tellMe: { zh: '有新消息告诉我', en: 'Tell me when there is news' },
  howWeDo: { zh: '办得怎么样', en: 'How we do: a year in figures' },
  ourTheme: { zh: '我们社区的主题，是怎么定的', en: 'The theme of our community, and who decided' },
  changeCommunity: { zh: '换社区', en: 'Change community' },
  numberLabel: { zh: '回执上的编号', en: 'Number on the receipt' },
  numberPlaceholder: { zh: '输入回执上的编号，看办到哪了', en: 'Number on your receipt' },
  find: { zh: '查', en: 'Find' },
  sayToPhone: { zh: '说给手机听', en: 'Tell the phone' },
  sayToPhoneNote: { zh: '说完就行，不用打字', en: 'Just speak, no typing' },
  whereIsMineNote: { zh: '回执上的编号和六位查询码', en: 'Number and six characters' },
  nearHere: { zh: '身边有什么', en: 'What is near' },
  surveysHere: { zh: '社区在问什么，答问卷', en: 'Surveys of the community' },
  communityNote: { zh: '大家都能看，不写是谁说的', en: 'Open to all; nobody is named' },
  faceToFace: {
    zh: '想当面说，到社区办公室，工作日 {hours} 有人。',
    en: 'To talk in person: the community office, work days {hours}.',
  },
} satisfies Record<string, Words>
