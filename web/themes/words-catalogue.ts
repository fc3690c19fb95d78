// What the catalogue of themes says.

export const catalogueWords = {
  title: { zh: '主题目录', en: 'Catalogue of themes' },
  sub: {
    zh: '每个主题：哪些选项算需求，哪些资源撑得起，哪些人群在意。可以在本地加自己的。改动从某一天起，写明理由。',
    en: 'For each theme: which answers ask for it, which resources carry it, which groups care. Areas add their own. Changes begin on a day and give a reason.',
  },
  none: { zh: '目录是空的', en: 'The catalogue is empty' },
  noneThen: {
    zh: '先加一个主题，才有候选可算。',
    en: 'Add a theme; then there are candidates to count.',
  },
  notOffered: { zh: '本地不用', en: 'not used here' },
  meaning: { zh: '意思', en: 'Meaning' },
  needs: { zh: '算需求的选项代码', en: 'Options that count as need' },
  needsHint: { zh: '问卷里的选项代码，一行一个', en: 'Codes of the survey’s options, one a line' },
  resourcesHead: { zh: '资源：几处够用 × 权重', en: 'Resources: how many are enough × weight' },
  resourcesHint: {
    zh: '一行一类：代码 权重 够用数，如 hospital 2 3',
    en: 'One a line: code, weight, enough, as in hospital 2 3',
  },
  groupsHint: {
    zh: '一行一组：维度 类别（几类合算用 + 连）满分占比 名称，如 age a60+a70 40 60岁及以上',
    en: 'One a line: dimension, categories joined by +, full share, name in Chinese, name in English',
  },
  since: { zh: '从哪天、哪里起', en: 'Since when, where' },
  add: { zh: '加一个主题，或改一个', en: 'Add a theme, or change one' },
  code: { zh: '代码', en: 'Code' },
  nameZh: { zh: '名称（中文）', en: 'Name in Chinese' },
  nameEn: { zh: '名称（英文）', en: 'Name in English' },
  meaningZh: { zh: '意思（中文）', en: 'Meaning in Chinese' },
  meaningEn: { zh: '意思（英文）', en: 'Meaning in English' },
  validFrom: { zh: '从哪天起', en: 'From' },
  weights: { zh: '三项怎么加权', en: 'How the three weigh' },
  metres: { zh: '够得着：直线 {n} 米内', en: 'within reach: {n} m in a straight line' },
  reach: { zh: '够得着多少米', en: 'Reach in metres' },
  version: { zh: '第 {n} 版', en: 'Version {n}' },
  setWeights: { zh: '定下权重', en: 'Set the weights' },
} as const
