// Sentences about what is wrong with an answer, and with a questionnaire, for the place where it is wrong.
import type { Words } from '#core/kit/words.ts'

export const answerFaultWords = {
  noQuestion: { zh: '问卷中没有这道题', en: 'The questionnaire has no such question' },
  required: { zh: '这道题请您作答', en: 'Please answer this question' },
  noOption: { zh: '选项中没有这一项', en: 'This is not one of the options' },
  pickOne: { zh: '请至少选一项', en: 'Please choose at least one' },
  twice: { zh: '同一项选了两次', en: 'The same option was chosen twice' },
  pickMax: { zh: '最多选 {n} 项', en: 'Choose at most {n}' },
  alone: { zh: '选了“以上都不是”这类选项，就不再选其他项', en: '“None of these” stands alone' },
  noNumber: { zh: '请填数字', en: 'Please give a number' },
  offScale: { zh: '超出了评分范围', en: 'This lies off the scale' },
  everyRow: { zh: '请每一行都选一项', en: 'Please choose one in every row' },
  least: { zh: '不能小于 {n}', en: 'Must be at least {n}' },
  most: { zh: '不能大于 {n}', en: 'Must be at most {n}' },
  noDay: {
    zh: '请填存在的日期，如 2026-03-08',
    en: 'Please give a day that exists, as 2026-03-08',
  },
  noText: { zh: '请填文字', en: 'Please write text' },
  emptyText: { zh: '请写几个字，或者留空', en: 'Please write a few words, or leave it out' },
  tooLong: { zh: '最多 {n} 个字', en: 'At most {n} characters' },
  noPlace: { zh: '请在图上点选所在网格', en: 'Please choose a grid on the map' },
  noPhoto: { zh: '照片没有上传成功', en: 'The photo was not uploaded' },
  photosMax: { zh: '最多 {n} 张照片', en: 'At most {n} photos' },
} satisfies Record<string, Words>

export const questionnaireFaultWords = {
  noTitle: { zh: '缺中文标题', en: 'The Chinese title is missing' },
  noIntro: {
    zh: '缺开头的话：谁在问、问什么、答案怎么用',
    en: 'Say at the beginning who asks, what, and how the answers are used',
  },
  noEnglish: {
    zh: '没有英文：选英文的人会看到中文',
    en: 'No English: whoever reads English will see the Chinese',
  },
  noSection: { zh: '还没有一个部分', en: 'There is no section yet' },
  emptySection: { zh: '这一部分没有题目', en: 'This section has no question' },
  badCode: {
    zh: '编号以字母开头，只用字母、数字和下划线，不超过 24 个字符',
    en: 'A code begins with a letter and has letters, digits and underscores, at most 24',
  },
  codeTwice: { zh: '编号与别处重复', en: 'The code is used elsewhere too' },
  noPurpose: { zh: '没有说明为什么问这道题', en: 'It does not say why this is asked' },
  badKeepMonths: {
    zh: '保存期限应为 1 至 120 个月',
    en: 'Answers are kept between 1 and 120 months',
  },
  needsOptions: { zh: '至少要有两个选项', en: 'Needs at least two options' },
  tooManyOptions: { zh: '最多 32 个选项', en: 'Takes at most 32 options' },
  labelTwice: { zh: '两个选项的文字相同', en: 'Two options say the same' },
  noOptions: { zh: '这种题目没有选项', en: 'This kind of question has no options' },
  needsRows: { zh: '矩阵题至少要有一行', en: 'A matrix needs at least one row' },
  needsScale: {
    zh: '评分题要有起止分值，最多 11 档',
    en: 'A rating needs a scale of at most eleven steps',
  },
  noScaleWords: { zh: '请写明两端分值的含义', en: 'Say what both ends of the scale mean' },
  badPickMax: {
    zh: '最多可选数应在 1 与选项数之间',
    en: 'How many may be chosen lies between 1 and the number of options',
  },
  badBounds: { zh: '最小值大于最大值', en: 'The least is more than the most' },
  twoConditions: { zh: '条件里没有写任何一条', en: 'The condition names nothing' },
  noSuchEarlier: {
    zh: '条件引用的题目不在它前面',
    en: 'The condition names a question that does not come before it',
  },
  noSuchOption: {
    zh: '条件引用的选项不存在',
    en: 'The condition names an option that does not exist',
  },
  notAskable: {
    zh: '条件只能引用有选项或分值的题目',
    en: 'A condition can only ask about questions with options or a scale',
  },
  emptyTest: { zh: '条件没有选定任何选项', en: 'The condition chooses no option' },
  aloneOnly: {
    zh: '除“以上都不是”外至少要有一个选项',
    en: 'Needs an option beside “none of these”',
  },
  tooLongText: { zh: '文字过长', en: 'The text is too long' },
  tooMany: { zh: '最多 200 道题', en: 'At most 200 questions' },
  asksIdentity: {
    zh: '这道题像在问姓名、电话、身份证号或门牌：问卷不收能认出人的内容',
    en: 'This seems to ask for a name, number, ID or door: a survey takes nothing that tells who answered',
  },
} satisfies Record<string, Words>
