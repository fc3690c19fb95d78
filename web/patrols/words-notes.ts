// What the page of notes says.
import type { Words } from '#core/kit/words.ts'

export const notesWords = {
  title: { zh: '巡查、走访记录', en: 'Notes of a walk' },
  lead: {
    zh: '看到、听到的先记一笔。要办的，点一下就变成一件；不办的，30 天后自己删除。',
    en: 'Jot down what is seen or heard. One press makes it a case; what becomes none is deleted after 30 days.',
  },
  mine: {
    zh: '只有您自己看得到。不数条数，不记几点、走过哪里。',
    en: 'Read by you alone. Nobody counts them; no hour and no way is kept.',
  },
  kind: { zh: '怎么知道的', en: 'How you know' },
  text: { zh: '什么事，在哪里', en: 'What, and where' },
  textHint: {
    zh: '只记事和地方，不记人：不写姓名、电话、住在哪一户。谁要帮忙，当面告诉社区。',
    en: 'Matters and places, not persons: no names, numbers or flats. Who needs help is told to the community in person.',
  },
  photos: { zh: '照片', en: 'Photos' },
  where: { zh: '地点：在图上点一下，或者写楼栋', en: 'Place: tap the map, or name the building' },
  address: { zh: '楼栋、路段（可以不写）', en: 'Building or stretch (optional)' },
  unpin: { zh: '去掉图上的点', en: 'Take the point off' },
  keep: { zh: '记下', en: 'Keep' },
  kept: { zh: '记下了', en: 'Kept' },
  list: { zh: '还留着的', en: 'Kept for now' },
  none: { zh: '没有记录', en: 'No notes' },
  noneThen: {
    zh: '记下的会在这里，最多留 30 天。',
    en: 'What is kept stands here, for 30 days at most.',
  },
  until: { zh: '留到 {day}', en: 'Kept until {day}' },
  waits: { zh: '记在这台手机上，等信号', en: 'Kept on this phone, waiting for a signal' },
  file: { zh: '变成一件', en: 'Make it a case' },
  filed: { zh: '成了一件，编号 {number}。', en: 'It is a case now: {number}.' },
  fileKept: {
    zh: '没有信号，连上网就变成一件。',
    en: 'No signal: it becomes a case once there is one.',
  },
  willFile: { zh: '连上网就变成一件', en: 'Becomes a case once there is a signal' },
  isCase: { zh: '已变成一件：', en: 'A case now: ' },
  drop: { zh: '扔掉', en: 'Throw away' },
  photo: { zh: '记录的照片 {n}', en: 'Photo {n} of the note' },
  heard: { zh: '记录的语音', en: 'Voice note' },
  more: { zh: '再往下', en: 'More' },
  back: { zh: '任务', en: 'Tasks' },
} satisfies Record<string, Words>
