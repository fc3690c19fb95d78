// What residents read about the theme of their community. 您 to residents; who decides is always people.

export const openThemeWords = {
  title: { zh: '我们社区的主题', en: 'The theme of our community' },
  loading: { zh: '正在取', en: 'On its way' },
  nothing: { zh: '还没有开始议主题', en: 'Nobody has begun to look for a theme yet' },
  nothingThen: {
    zh: '开始的时候会先发问卷，再请您来议。',
    en: 'It begins with a survey; then you are asked to talk about it.',
  },
  talking: { zh: '正在议：做成什么样的社区', en: 'Being discussed: what kind of community to be' },
  notFrozen: {
    zh: '候选还在算，先说说您的想法也可以。',
    en: 'The candidates are still being counted; you can say your word already.',
  },
  scores: {
    zh: '居民要什么，身边有什么，住着什么人，三样加起来',
    en: 'What residents need, what lies around, who lives here: added up',
  },
  needOf: { zh: '{share}% 的人选了它', en: '{share}% chose it' },
  sumOf: {
    zh: '{need} ＋ {resources} ＋ {structure}',
    en: '{need} + {resources} + {structure}',
  },
  whoDecides: {
    zh: '分数只摆事实。定不定，由居民代表会议或居民会议说了算。',
    en: 'Scores lay out facts. Residents’ representatives or the assembly decide.',
  },
  ties: { zh: '挨得近的分不出先后。', en: 'Those that lie close cannot be told apart.' },
  say: { zh: '说说您的想法', en: 'Say your word' },
  sayNote: {
    zh: '不用登记，不问姓名。有人看过就公开；不公开的会告诉您理由。',
    en: 'No sign-in, no name. Shown after somebody has looked; if not, you are told why.',
  },
  kind: { zh: '您想说的是', en: 'You want to' },
  kinds: {
    proposal: { zh: '提议', en: 'propose' },
    comment: { zh: '说看法', en: 'comment' },
    objection: { zh: '反对', en: 'object' },
  },
  theme: { zh: '关于哪个主题', en: 'About which theme' },
  noTheme: { zh: '不专指哪一个', en: 'None in particular' },
  text: { zh: '您的话', en: 'Your words' },
  textHint: {
    zh: '请不要写姓名、电话、门牌。',
    en: 'Please write no names, numbers or house numbers.',
  },
  send: { zh: '说出来', en: 'Send it' },
  sent: {
    zh: '收到了。查询码 {secret}，凭它看有没有公开、怎么答的。',
    en: 'Received. With the code {secret} you can see whether it is shown and what was answered.',
  },
  mine: { zh: '我说过的话', en: 'What I said' },
  waiting: { zh: '还没有人看到，看过会公开或者说明理由。', en: 'Nobody has looked yet.' },
  shown: { zh: '已经公开。', en: 'It is shown.' },
  withheld: { zh: '没有公开，理由：{why}', en: 'Not shown, because: {why}' },
  forget: { zh: '从这台手机上抹去', en: 'Forget it on this device' },
  others: { zh: '大家说的', en: 'What others say' },
  noOthers: { zh: '还没有公开的话。', en: 'Nothing is shown yet.' },
  answer: { zh: '答：{text}', en: 'Answer: {text}' },
  decided: { zh: '已经定下：{name}', en: 'Decided: {name}' },
  decidedBy: {
    zh: '{day}，{meeting}定的：应到 {expected}，到会 {attended}，赞成 {yes}，反对 {no}，弃权 {abstain}。',
    en: 'By {meeting}, {day}: {expected} entitled, {attended} present, {yes} in favour, {no} against, {abstain} abstained.',
  },
  why: { zh: '为什么这样定', en: 'Why' },
  objections: { zh: '反对的话和回答', en: 'Objections and answers' },
  brought: { zh: '带来了什么', en: 'What it has brought' },
  notBegun: { zh: '正在准备，还没有开始。', en: 'Being prepared; it has not begun.' },
  measures: { zh: '在做什么', en: 'What is being done' },
  adoptedFrom: {
    zh: '做法借鉴自{name}，改了 {changed} 处，没有照做 {dropped} 处，新加 {added} 处。',
    en: 'Its practice came from {name}: {changed} changed, {dropped} dropped, {added} added.',
  },
  elsewhere: { zh: '别的社区在做什么', en: 'What other communities do' },
  practices: { zh: '各社区的主题', en: 'Themes of the communities' },
  ways: { zh: '也可以打电话、到柜台说', en: 'By telephone or at the counter, too' },
  print: { zh: '打印', en: 'Print' },
} as const
