// Words of free texts grouped by what they speak of.
import type { Words } from '#core/kit/words.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

export const topicWords = {
  title: w('大家写了什么', 'What people wrote'),
  fetching: w('正在按话题分', 'Grouping by topic'),
  which: w('哪道题', 'Question'),
  lead: w('{n} 份写了字，说到 {topics} 个话题。', '{n} sheets have words, on {topics} topics.'),
  leadFew: w(
    '写了字的不足 {threshold} 份，不显示。',
    'Fewer than {threshold} wrote anything: not shown.',
  ),
  how: w(
    '话题是数词数出来的，不是谁读懂的：常在一起的词算一个话题。名字由您起，分错的可以并、可以收起。举的例子去掉了姓名、电话和门牌，不足 {threshold} 份的话题不举例。',
    'Topics come from counting words, not from understanding: words often together are one. You name, join or put them away. Examples are stripped of names, numbers and doors; topics under {threshold} have none.',
  ),
  none: w('还分不出话题', 'No topics yet'),
  noneThen: w(
    '至少 {threshold} 份说到同样的词，才算一个话题。',
    'A topic begins where {threshold} sheets share a word.',
  ),
  noTexts: w('这份问卷没有让人写字的题', 'This survey asks for no free text'),
  noTextsThen: w(
    '有短文字或长文字的题，收到答卷以后在这里看。',
    'Short and long texts stand here once answers are in.',
  ),
  rest: w('{n} 份说的不在这些话题里。', '{n} speak of none of these.'),
  restFew: w('不在这些话题里的太少，不显示。', 'Too few speak of none of these: not shown.'),
  answers: w('{n} 份', '{n} sheets'),
  few: w('太少，不显示', 'Too few, not shown'),
  words: w('常用词：{words}', 'Words: {words}'),
  examples: w('例如', 'For example'),
  noExamples: w('没有合适的短句可以举例。', 'No short text is fit to be quoted.'),
  joined: w('并进来的', 'Joined in'),
  takeOut: w('把“{topic}”分出去', 'Take “{topic}” out again'),
  rename: w('改名', 'Rename'),
  renameTitle: w('给“{name}”起个名字', 'Name “{name}”'),
  name: w('名字', 'Name'),
  nameMissing: w('请写名字', 'A name, please'),
  join: w('并到别的话题', 'Put into another'),
  joinTitle: w('把“{name}”并到', 'Put “{name}” into'),
  joinTo: w('哪个话题', 'Topic'),
  joinMissing: w('请选一个话题', 'Choose a topic'),
  hide: w('收起', 'Put away'),
  show: w('放回来', 'Bring back'),
  hiddenTitle: w('收起的话题', 'Put away'),
  keep: w('记下', 'Keep'),
} satisfies Record<string, Words>

export const topicRefusals: Record<string, Words> = {
  no_such_survey: w('没有这份问卷。', 'There is no such survey.'),
  not_yours: w('写的字由这里的问卷管理人看。', 'The keepers of surveys here see what was written.'),
  no_such_question: w('这道题没有写字的答案。', 'Nobody wrote anything on this question.'),
  no_answers: w('还没有混在一起可以看的答卷。', 'There are no mixed answers yet.'),
  into_itself: w('不能并到自己。', 'A topic cannot be put into itself.'),
}
