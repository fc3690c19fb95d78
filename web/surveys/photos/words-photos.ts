// Words of answered photos at the desk.
import type { Words } from '#core/kit/words.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

export const photoWords = {
  title: w('大家拍了什么', 'What people took pictures of'),
  fetching: w('正在取照片', 'Fetching the photos'),
  note: w(
    '照片和哪一份答卷一起交的，谁也看不出；先后也看不出。照片里可能有人、有门牌：只在这里看，不要转发。',
    'Nobody can tell which sheet a photo came with, or in what order. There may be people or doors in them: look here, do not pass them on.',
  ),
  none: w('这份问卷没有拍照的题', 'This survey asks for no photo'),
  noneThen: w('有照片题的问卷，照片在这里看。', 'Photos of surveys that ask for them stand here.'),
  sheets: w('{n} 份', '{n} sheets'),
  noneYet: w('还没有混在一起可以看的照片。', 'No mixed photos yet.'),
  few: w('不足 {threshold} 份，不显示。', 'Fewer than {threshold}: not shown.'),
  keeps: w(
    '收完 {n} 个月后照片连文件一起删除',
    'Removed with the files {n} months after the close',
  ),
  alt: w('{title}，第 {n} 张', '{title}, photo {n}'),
} satisfies Record<string, Words>

export const photoRefusals: Record<string, Words> = {
  no_such_survey: w('没有这份问卷。', 'There is no such survey.'),
  not_yours: w('照片由这里的问卷管理人看。', 'The keepers of surveys here see the photos.'),
}
