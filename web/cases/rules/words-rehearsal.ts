// What a rehearsal of a rule says.
export const rehearsalWords = {
  verb: { zh: '先拿过去三个月演练', en: 'Rehearse on the last three months' },
  says: {
    zh: '只算不改：哪些期限会变，多少件会超期。',
    en: 'Counts only, changes nothing: which limits would move, how many would be late.',
  },
  stale: { zh: '下面是改动以前那一稿的结果。', en: 'Below is the result of an earlier draft.' },
  none: {
    zh: '{from}到{to}这里没有办理时限开始走，看不出会变什么。',
    en: 'From {from} to {to} no handling limit began here, so nothing can be seen.',
  },
  moved: {
    zh: '{from}到{to}开始办的{n}件：{earlier}件会更早到期，{later}件会更晚。',
    en: 'Of {n} begun from {from} to {to}, {earlier} would be due earlier and {later} later.',
  },
  rates: {
    zh: '按期办结率会从{now}%变成{draft}%。',
    en: 'Handled in time would go from {now} % to {draft} %.',
  },
  sides: {
    zh: '{late}件按期的会变成超期，{inTime}件超期的会变成按期。',
    en: '{late} in time would become late, {inTime} late would become in time.',
  },
  raised: {
    zh: '按规则自动升级的：现在 {now} 件，改后 {draft} 件。',
    en: 'Risen a tier by rule: {now} as it is, {draft} by the draft.',
  },
  told: {
    zh: '到期限{at}%的提醒会从{now}次变成{draft}次。',
    en: 'Reminders at {at} % of the limit would go from {now} to {draft}.',
  },
  incomplete: {
    zh: '件数太多，只算了最近的五万件。',
    en: 'Too many to count at once: these are the latest fifty thousand.',
  },
  byTier: { zh: '按层级看演练结果', en: 'The rehearsal by tier' },
  tier: { zh: '办到哪一级', en: 'Tier' },
  clocks: { zh: '件', en: 'Cases' },
  onTimeNow: { zh: '按期（现行）%', en: 'In time now, %' },
  onTimeDraft: { zh: '按期（这一稿）%', en: 'In time, draft, %' },
  examples: { zh: '会换边的{n}件', en: '{n} that would change sides' },
  example: {
    zh: '现行{now}到期，这一稿{draft}到期，{end}办好',
    en: 'due {now} today, {draft} by the draft, done {end}',
  },
  open: { zh: '还没', en: 'not yet' },
} as const
