// What is said of the notice board, on the screen, on paper, in the feed and by whoever keeps it.
import type { Words } from '#core/kit/words.ts'
import type { BoardCategory } from './board.ts'

export const boardCategoryWords: Record<BoardCategory, Words> = {
  outage: { zh: '停水停电停气', en: 'Water, power, gas' },
  works: { zh: '施工', en: 'Works' },
  meeting: { zh: '开会议事', en: 'Meetings' },
  decision: { zh: '议定结果', en: 'Decisions' },
  aid: { zh: '帮扶物资公示', en: 'Aid handed out' },
  safety: { zh: '安全提醒', en: 'Safety' },
  other: { zh: '其他', en: 'Other' },
}

export const boardWords = {
  title: { zh: '社区公告栏', en: 'Notice board' },
  titleOf: { zh: '{name}公告栏', en: 'Notice board of {name}' },
  feedNote: { zh: '社区办公室贴出的公告', en: 'Notices of the community office' },
  until: { zh: '到{day}', en: 'until {day}' },
  span: { zh: '{from}至{to}', en: '{from} to {to}' },
  whole: { zh: '全社区', en: 'The whole community' },
  corrected: { zh: '{day}更正：{why}', en: 'Corrected {day}: {why}' },
  taken: { zh: '已撤下', en: 'Taken back' },
  takenBecause: { zh: '{day}撤下：{why}', en: 'Taken back {day}: {why}' },
  over: { zh: '时间已过', en: 'Its days are over' },
  scan: { zh: '手机扫码看全文', en: 'Scan to read it' },
  ask: { zh: '有不清楚的，打电话问', en: 'Questions? Call' },
  posted: { zh: '{name} {day}贴出', en: 'Posted by {name}, {day}' },
  wholeOnline: { zh: '（没有写完，扫码看全文）', en: '(Continued online: scan the code)' },
} satisfies Record<string, Words>

export const boardRefusals: Record<string, Words> = {
  no_such_area: { zh: '没有这个社区。', en: 'There is no such community.' },
  no_such_notice: { zh: '没有这条公告。', en: 'There is no such notice.' },
  not_yours: {
    zh: '公告栏由社区办公室的人管，您的岗位不能贴。',
    en: 'The board is kept by the community office; your post cannot write on it.',
  },
  no_board_here: {
    zh: '公告栏是社区的，请选一个社区。',
    en: 'Boards belong to communities: choose one.',
  },
  no_such_grid: {
    zh: '这个网格不在本社区，请重新选。',
    en: 'That grid is not in this community: choose again.',
  },
  file_unknown: {
    zh: '图片或文件没传上，请再选一次。',
    en: 'The photo or paper did not arrive: choose it again.',
  },
  notice_exists: { zh: '这条公告已经贴出了。', en: 'This notice hangs already.' },
  notice_withdrawn: {
    zh: '这条公告已撤下，不能再改；可以另贴一条。',
    en: 'It was taken back and cannot be changed; hang a new one.',
  },
  days_reversed: {
    zh: '结束那天在开始那天前面，请改一改。',
    en: 'It ends before it begins: change the days.',
  },
  days_too_many: {
    zh: '一条公告最多贴一年，请把结束那天提前。',
    en: 'A notice hangs for a year at most: choose an earlier end.',
  },
  day_past: {
    zh: '结束那天已经过了，贴出来没人看得到。',
    en: 'Its last day is over: nobody would see it.',
  },
  id_card_on_board: {
    zh: '里面有身份证号码，请删去：公告谁都能看。',
    en: 'It holds an identity card number. Take it out: everybody reads the board.',
  },
}
