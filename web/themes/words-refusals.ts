// What may be refused about themes, in words.
/** The refusals of the room, in words for who acts. */
export const themeRefusals = {
  no_such_choice: { zh: '没有这一次议主题。', en: 'There is no such choice.' },
  no_such_theme: { zh: '没有这个主题。', en: 'There is no such theme.' },
  no_such_decision: { zh: '没有这份决定。', en: 'There is no such decision.' },
  not_yours: {
    zh: '这个社区的主题不归您管。可以找它的书记或镇街。',
    en: 'This community’s themes are not yours to keep. Ask its secretary or the street.',
  },
  choice_ended: {
    zh: '这一次已经结束。要再议，开始新的一次。',
    en: 'This one has ended. Begin another.',
  },
  already_open: {
    zh: '已经有一次在议。先把那一次议完。',
    en: 'One is open already. Finish that first.',
  },
  theme_alive: {
    zh: '现在的主题还在做。先评估或结束，再议新的。',
    en: 'The present theme still runs. Evaluate or end it first.',
  },
  not_a_community: {
    zh: '主题由社区来定。请选一个社区。',
    en: 'Communities decide on themes. Choose a community.',
  },
  already_public: { zh: '已经公开了。', en: 'It is public already.' },
  half_a_survey: { zh: '问卷和题目要一起选。', en: 'Choose survey and question together.' },
  no_such_survey: {
    zh: '这份问卷里没有这道题的答卷。',
    en: 'This survey has no answers to this question.',
  },
  no_answers: {
    zh: '还没有答卷，不能冻结。先选一份收过答卷的问卷。',
    en: 'No answers yet: choose a survey that was answered.',
  },
  no_resources: {
    zh: '够得着的范围内还没有登记资源。先到“资源”里登记。',
    en: 'Nothing within reach is registered. Register resources first.',
  },
  not_a_hundred: { zh: '三项权重加起来要等于 100。', en: 'The three weights must add up to 100.' },
  objections_open: {
    zh: '还有反对意见没有回答。先一条一条答完，再记决定。',
    en: 'Objections are unanswered. Answer each before recording the decision.',
  },
  voices_waiting: {
    zh: '还有居民的话没人看过。先看完，再记决定。',
    en: 'Words of residents wait for a look. Look at them first.',
  },
  evidence_after_meeting: {
    zh: '这份证据是会后才冻结的，开会的人没看到。选会前的一份。',
    en: 'This evidence was frozen after the meeting; choose one from before.',
  },
  only_consulted: {
    zh: '协商会不作决定。选居民代表会议或居民会议。',
    en: 'A consultation decides nothing. Choose representatives or the assembly.',
  },
  not_enough_came: {
    zh: '到会人数不够，这次会定不了。',
    en: 'Not enough people were present to decide.',
  },
  more_votes_than_people: {
    zh: '票数比到会的人多。请核对。',
    en: 'There are more votes than people present.',
  },
  not_carried: {
    zh: '赞成没有过到会的半数，不能记成“定了”。可以记“没有定下主题”。',
    en: 'Not more than half were in favour. It can be recorded that no theme was chosen.',
  },
  no_such_meeting: { zh: '没有这次会。', en: 'There is no such meeting.' },
  no_such_evidence: { zh: '没有这份证据。', en: 'There is no such evidence.' },
  no_such_kind: {
    zh: '目录里没有这个主题。先加到目录。',
    en: 'The catalogue has no such theme. Add it first.',
  },
  already_corrected: {
    zh: '这份已经更正过。请更正最新的一份。',
    en: 'It was corrected already. Correct the newest one.',
  },
  programme_begun: {
    zh: '已经照着做起来了，不能改成别的主题。先结束，再议。',
    en: 'The programme has begun; end it before another theme.',
  },
  not_public: { zh: '先公开候选，再开会。', en: 'Show the candidates before the meeting.' },
  day_to_come: { zh: '这一天还没到。', en: 'That day is still to come.' },
  notice_after_meeting: {
    zh: '通知的日子在开会之后，请核对。',
    en: 'The notice is later than the meeting.',
  },
  more_than_expected: {
    zh: '到会比应到还多，请核对。',
    en: 'More were present than were entitled.',
  },
  bad_day: { zh: '日期不对。', en: 'That is no valid day.' },
  day_past: { zh: '只能从今天或以后算起。', en: 'It can begin today or later.' },
  changed_that_day: {
    zh: '那天已经改过一次，换一天。',
    en: 'It was changed that day already; choose another.',
  },
  already_looked: { zh: '已经有人看过了。', en: 'Somebody has looked already.' },
  reason_needed: { zh: '不公开要写理由。', en: 'Say why it is not shown.' },
  no_objection: { zh: '这不是反对意见。', en: 'This is no objection.' },
  not_shown: { zh: '先公开，再回答。', en: 'Show it before answering.' },
  no_such_voice: { zh: '没有这条话，或者查询码不对。', en: 'No such words, or the code is wrong.' },
  no_promise: { zh: '先写下承诺：要让居民的日子有什么不同。', en: 'Write the promise first.' },
  no_circle: {
    zh: '先写下依托的一刻钟服务圈。',
    en: 'Write down the fifteen-minute circle first.',
  },
  no_needs_evidence: { zh: '决定里没有需求的证据。', en: 'The decision has no evidence of needs.' },
  no_resource_evidence: {
    zh: '决定里没有资源的证据。',
    en: 'The decision has no evidence of resources.',
  },
  no_measures: { zh: '至少要有一条措施。', en: 'At least one measure is needed.' },
  no_criteria: {
    zh: '至少要有一条用来评判的目标，开始前说好。',
    en: 'At least one goal to be judged by, agreed before the start.',
  },
  wrong_state: { zh: '现在这一步走不到那里。', en: 'It cannot go there from where it stands.' },
  not_evaluated: { zh: '先评估。', en: 'Evaluate first.' },
  already_begun: {
    zh: '已经开始了，这一项不能再改。',
    en: 'It has begun; this can no longer be changed.',
  },
  criterion_after_start: {
    zh: '用来评判的目标要在开始前说好，开始后不能加也不能去掉。',
    en: 'What it is judged by is agreed before the start.',
  },
  no_such_indicator: { zh: '没有这个指标。', en: 'There is no such indicator.' },
  no_such_goal: { zh: '没有这条目标。', en: 'There is no such goal.' },
  no_such_measure: { zh: '没有这条措施。', en: 'There is no such measure.' },
  bad_interval: { zh: '区间的下限、上限要包住数值。', en: 'The interval must hold the value.' },
  too_early: { zh: '开始还不到三十天，看不出什么。', en: 'It began less than thirty days ago.' },
  theme_ended: { zh: '这个主题已经结束。', en: 'This theme has ended.' },
  already_ended: { zh: '已经结束了。', en: 'It has ended already.' },
  amount_belongs_to_budget: {
    zh: '金额只写在预算行里，预算行要写金额。',
    en: 'Amounts belong to budget lines, and budget lines need one.',
  },
  already_adopted: { zh: '已经借鉴过一个做法。', en: 'A practice was adopted already.' },
  no_such_practice: {
    zh: '那个主题还没开始，没有做法可借鉴。',
    en: 'That theme has not begun; there is nothing to adopt.',
  },
  own_practice: { zh: '这是自己的做法。', en: 'It is your own practice.' },
  no_such_area: { zh: '没有这个地方。', en: 'There is no such place.' },
  bad_code: {
    zh: '代码用小写字母、数字和短横，字母开头。',
    en: 'A code is lower-case letters, digits and dashes.',
  },
  no_needs: { zh: '至少写一个算数的选项代码。', en: 'Name at least one option that counts.' },
  bad_resource: {
    zh: '资源的权重和够用数都要大于 0。',
    en: 'Weight and enough must be more than 0.',
  },
  bad_group: { zh: '满分占比要在 0 到 100 之间。', en: 'The full share lies between 0 and 100.' },
  repeats: { zh: '有重复的项。', en: 'Something stands twice.' },
} as const
