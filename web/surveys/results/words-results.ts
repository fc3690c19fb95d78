// Words of results, on the desk and for residents.
import type { Words } from '#core/kit/words.ts'

const w = (zh: string, en: string): Words => ({ zh, en })

export const resultWords = {
  titleOpen: w('{title}：大家怎么说', '{title}: what people said'),
  fetching: w('正在数答卷', 'Counting the answers'),
  answered: w('收到 {sheets} 份答卷', '{sheets} sheets came in'),
  ofFrame: w(
    '收到 {sheets} 份答卷，一共该问 {frame} 户',
    '{sheets} sheets came in, of {frame} households to ask',
  ),
  weightedSo: w(
    '答的人和住的人不完全一样，已按{by}校正。校正后相当于 {effective} 份一样重的答卷。',
    'Those who answered are not quite those who live here: corrected by {by}. Worth {effective} answers of equal weight.',
  ),
  anyoneSo: w(
    '谁都可以答，没有抽样：只代表答了的人。',
    'Anybody could answer: it speaks for those who did.',
  ),
  hiddenSo: w(
    '不足 {threshold} 人的组不显示，免得认出是谁；能相减算出来的也一起不显示。这次一共有 {hidden} 处。',
    'Groups under {threshold} are not shown, so that nobody is recognised, nor what would give them away: {hidden} places.',
  ),
  nothingHidden: w('这次没有需要隐去的数字。', 'No figure had to be hidden.'),
  decided: w(
    '{by}决定公布，{day}。理由：{reason}',
    'Published by decision of {by}, {day}. Reason: {reason}',
  ),
  download: w('下载数字和代码本', 'Download figures and code book'),
  notYet: w('结果还没有公布', 'The results are not published yet'),
  notYetThen: w(
    '公布要由社区作出决定，决定以后在这里看。',
    'The community decides on it; then they stand here.',
  ),
  takenBack: w('结果收回了', 'The results were taken back'),
  takenBackSo: w('收回的理由：{reason}', 'The reason: {reason}'),
  noSurvey: w('没有这份问卷。', 'There is no such survey.'),
  notYours: w(
    '结果由这里的问卷管理人看。公布以后人人可看。',
    'The keepers of surveys here see this. Once published everybody does.',
  ),
  noAnswers: w(
    '还没有混在一起可以数的答卷。每个网格满 10 份以后混匀，再来看。',
    'No mixed answers to count yet: ten of a grid are mixed together first.',
  ),
  noWeights: w('没有这一版权重。', 'There are no such weights.'),
  weighted: w('校正后', 'Weighted'),
  plain: w('收到的原样', 'As received'),
  basis: w('问了 {n} 人', '{n} were asked'),
  basisRouted: w('只问了有关的 {n} 人', 'Asked of {n} whom it concerns'),
  manyNote: w(
    '可以选几项，按人算，加起来不是 100%',
    'Several may be chosen: shares of people, not of ticks',
  ),
  none: w('没有回答', 'No answer'),
  hidden: w('不足{threshold}人或可推算，不显示', 'Under {threshold}, or would give it away'),
  cannotTell: w(
    '区间相交，“{a}”和“{b}”分不出先后。',
    'Intervals meet: “{a}” and “{b}” cannot be ranked.',
  ),
  mean: w('平均 {mean}（{low}–{high}）', 'Mean {mean} ({low}–{high})'),
  key: w('竖线是估计值，浅带是95%区间', 'The tick is the estimate, the band the 95 % interval'),
  chart: w('{title}：最多的是{top}，{share}%', '{title}: most chose {top}, {share} %'),
  everybody: w('全部', 'Everybody'),
  option: w('选项', 'Option'),
  share: w('比例', 'Share'),
  interval: w('95%区间', '95 % interval'),
  people: w('人数', 'People'),
  deskTitle: w('答卷说了什么', 'What the answers say'),
  crossTitle: w('换一道题分组看', 'By the groups of another question'),
  row: w('看哪道题', 'Question'),
  group: w('按哪道题分组', 'Grouped by'),
  effective: w('有效样本 {n}', 'Effective sample {n}'),
  table: w('表', 'Table'),
  back: w('回到这份问卷', 'Back to the survey'),
  publishTitle: w('公布结果', 'Publish the results'),
  publishSo: w(
    '公布以后数字冻结，人人可看，不再修改；收回要写理由，理由留在原处。小组和可推算的格照样隐去。',
    'Published figures are frozen and open to all. Taking them back needs a reason, which stays in their place. Small groups stay hidden.',
  ),
  decidedBy: w('谁决定的', 'Who decided'),
  decidedByHint: w(
    '例如：居民代表会议，5月8日',
    'For example: meeting of residents’ representatives, 8 May',
  ),
  reason: w('为什么现在公布', 'Why now'),
  publish: w('公布这 {n} 张表', 'Publish these {n} tables'),
  published: w(
    '公布了第 {n} 次，隐去 {hidden} 处。',
    'Published as number {n}; {hidden} places hidden.',
  ),
  seePublic: w('看公布的样子', 'See it as published'),
  tooFewNew: w(
    '和上次公布只差几份，公布出来就等于公布这几份。等再多些。',
    'Only a few sheets more than last time: the difference would be these few. Wait for more.',
  ),
  wouldReveal: w(
    '这几张表加上以前公布的，会让人推算出隐去的数字。少选几张。',
    'With what was published before, these tables would give hidden figures away. Choose fewer.',
  ),
  tooFew: w('答卷还不够公布。', 'There are too few answers to publish.'),
  weightsOf: w('权重第 {n} 版', 'Weights, version {n}'),
} satisfies Record<string, Words>

export const resultRefusals: Record<string, Words> = {
  no_such_survey: resultWords.noSurvey,
  not_yours: resultWords.notYours,
  no_answers: resultWords.noAnswers,
  no_such_weights: resultWords.noWeights,
  too_few_answers: resultWords.tooFew,
  too_few_new: resultWords.tooFewNew,
  would_reveal: resultWords.wouldReveal,
}
