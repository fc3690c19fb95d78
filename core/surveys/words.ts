// What the surveys room says, in both languages.
import type { Words } from '#core/kit/words.ts'
import type { Channel, QuestionKind } from './question.ts'
import type { AnsweredBy, StepKind, SurveyState } from './survey.ts'

export const kindWords: Record<QuestionKind, Words> = {
  single: { zh: '单选', en: 'One of several' },
  multiple: { zh: '多选', en: 'Several' },
  rating: { zh: '评分', en: 'Rating' },
  ranking: { zh: '排序', en: 'Ranking' },
  matrix: { zh: '矩阵', en: 'Grid of rows' },
  number: { zh: '数字', en: 'Number' },
  date: { zh: '日期', en: 'Date' },
  shortText: { zh: '短文字', en: 'Short text' },
  longText: { zh: '长文字', en: 'Long text' },
  place: { zh: '地点', en: 'Place' },
  photo: { zh: '照片', en: 'Photo' },
}

export const surveyStateWords: Record<SurveyState, Words> = {
  DRAFT: { zh: '在写', en: 'Draft' },
  OPEN: { zh: '在收', en: 'Open' },
  CLOSED: { zh: '已收完', en: 'Closed' },
}

export const answeredByWords: Record<AnsweredBy, Words> = {
  household: { zh: '每户一份，凭码', en: 'One sheet a household, by code' },
  person: { zh: '每人一份，凭码', en: 'One sheet a person, by code' },
  anyone: {
    zh: '谁都可以答，不用码；不能代表全体',
    en: 'Open to all without a code; not representative',
  },
}

export const channelWords: Record<Channel, Words> = {
  web: { zh: '自己在手机上', en: 'On their own phone' },
  assisted: { zh: '工作人员帮着填', en: 'With a worker beside' },
  paper: { zh: '纸质', en: 'Paper' },
  import: { zh: '从别处导入', en: 'Imported' },
}

export const stepWords: Record<StepKind, Words> = {
  made: { zh: '起草', en: 'Drafted' },
  changed: { zh: '改了草稿', en: 'Draft changed' },
  opened: { zh: '开始收', en: 'Opened' },
  newVersion: { zh: '起草下一版', en: 'Next version begun' },
  extended: { zh: '改了截止日', en: 'Last day changed' },
  closed: { zh: '收完', en: 'Closed' },
  frameSet: { zh: '填了户数', en: 'Households entered' },
  codesMade: { zh: '做了一批码', en: 'Codes made' },
  codesVoided: { zh: '作废一批码', en: 'Codes voided' },
  reminded: { zh: '提醒了网格', en: 'Grids reminded' },
  imported: { zh: '导入了答卷', en: 'Answers imported' },
  forgotten: { zh: '到期删除了答案', en: 'Answers removed in due time' },
  published: { zh: '公布了结果', en: 'Results published' },
  withdrawn: { zh: '撤下了结果', en: 'Results withdrawn' },
  exported: { zh: '导出了数据', en: 'Data exported' },
}

/** What the rules refuse, to whoever answers or keeps a survey. */
export const surveyRefusals: Record<string, Words> = {
  no_such_area: { zh: '没有这个地方', en: 'There is no such place' },
  no_such_survey: {
    zh: '没有这份问卷，或者还没有开始',
    en: 'There is no such survey, or it has not begun',
  },
  no_such_code: {
    zh: '没有这个码，请对一对纸上印的',
    en: 'There is no such code: please compare it with the paper',
  },
  needs_a_code: {
    zh: '这份问卷要用发到家里的码来答',
    en: 'This survey is answered with the code that came to your home',
  },
  code_used: {
    zh: '这个码已经答过了，一个码只能答一次',
    en: 'This code has been used; each counts once',
  },
  not_yet_open: { zh: '还没有到开始的日子', en: 'It has not begun yet' },
  already_closed: { zh: '已经收完了', en: 'It is closed' },
  no_such_version: {
    zh: '问卷的这一版没有开放',
    en: 'This version of the questionnaire is not open',
  },
  has_faults: { zh: '有几处要改，已标在旁边', en: 'Some things need mending; they are marked' },
  no_such_photo: {
    zh: '有一张照片没有传上来，请再选一次',
    en: 'A photo did not arrive: please choose it again',
  },
  not_yours: { zh: '这份问卷不归您管', en: 'This survey is not yours to keep' },
  person_absent: { zh: '要本人在场才能代填', en: 'The person has to be present' },
  not_compared: { zh: '还没有录第二遍，不能直接定', en: 'It has not been typed twice yet' },
  not_a_draft: { zh: '已经开始了', en: 'It has begun already' },
  day_past: { zh: '这一天已经过去', en: 'That day is past' },
  days_reversed: { zh: '截止日早于开始日', en: 'The last day lies before the first' },
  too_long: { zh: '最多开放一年', en: 'A survey is open for a year at most' },
  not_open: { zh: '现在没有在收', en: 'It is not open now' },
  already_opened: {
    zh: '开放过的版本不能再改，请起草下一版',
    en: 'What has been opened is never edited: begin the next version',
  },
  already_drafted: { zh: '下一版已经在写了', en: 'The next version is being written already' },
  changed_meanwhile: {
    zh: '别人刚改过，请先看看他改了什么',
    en: 'Somebody has just changed it: please look first',
  },
  no_such_grid: { zh: '有一个网格不在这里', en: 'One of the grids does not lie here' },
  cell_twice: { zh: '同一栋楼写了两次', en: 'The same building stands twice' },
  needs_no_codes: { zh: '谁都可以答的问卷不用码', en: 'A survey open to all needs no codes' },
  command_reused: {
    zh: '刚才那一步没有发成，请再按一次',
    en: 'That step was not sent: please press again',
  },
}
