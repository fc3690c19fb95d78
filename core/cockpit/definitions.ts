// What each figure means, in words a secretary can check: the sentence, the formula, what is counted out and why, who
// explains it and what to do about it. Whoever changes how a figure is counted changes its words and its version here.

import type { Words } from '#core/kit/words.ts'
import type { TileKey } from './contract.ts'
import { furtherDefinitions } from './definitions-further.ts'

export type FigureDefinition = {
  name: Words
  /** What is counted above and below the line; null where the figure is no rate. */
  of: Words | null
  sentence: Words
  formula: Words
  leftOut: Words
  owner: Words
  whatToDo: Words
}

/** From which day on figures are counted like this. */
export const definitionsVersion = '2 · 2026-11-29'

const centre: Words = { zh: '街道指挥中心', en: 'street command centre' }
const community: Words = { zh: '社区书记', en: 'community secretary' }
const always: Words = {
  zh: '作废的件、并到别的件里的件：不是一件事，或不再单独算。',
  en: 'Void cases, and cases merged into others: they are no matter of their own.',
}
const duties: Words = {
  zh: '停表中的件没有到期日，恢复后才算；当场办结的不限期，不算在内。作废、合并的不算。',
  en: 'Paused cases have no due until they go on; what was settled on the spot has none. Void and merged cases are out.',
}

export const definitions: Readonly<Record<TileKey, FigureDefinition>> = {
  ...furtherDefinitions,
  '1': {
    name: { zh: '上报与立案', en: 'Reported and filed' },
    of: null,
    sentence: {
      zh: '这一段收到多少件，其中立案多少件。',
      en: 'How many were reported in the period, and how many filed.',
    },
    formula: {
      zh: '上报：上报时间在本段内；立案：首次立案时间在本段内。两个数各数各的。',
      en: 'Reported: report falls in the period. Filed: first filing does. Each is counted by itself.',
    },
    leftOut: {
      zh: '作废的件。并入别件的仍算一次上报，因为确实有人说了。',
      en: 'Void cases. Merged ones still count as reports: somebody did speak.',
    },
    owner: centre,
    whatToDo: {
      zh: '多不等于坏，少不等于好。突然变少，先问上报的路通不通。',
      en: 'More is not worse. If it suddenly drops, ask first whether people can still report.',
    },
  },
  '2': {
    name: { zh: '网格自办率', en: 'Settled by the grid' },
    of: { zh: '件立案', en: 'filed' },
    sentence: {
      zh: '立案的件里，网格当场办好、后来没有被推翻的占多少。',
      en: 'Of what was filed, how much the grid settled on the spot and nobody overturned.',
    },
    formula: { zh: '当场办结且未被推翻 ∕ 立案', en: 'settled on the spot and standing ∕ filed' },
    leftOut: always,
    owner: community,
    whatToDo: {
      zh: '不设目标：逼高了，小事会被编出来，大事会被捂住。看抽查。',
      en: 'No target: pushed up, small finds get invented and large ones hidden. Look at the samples.',
    },
  },
  '3a': {
    name: { zh: '处置率', en: 'Handled' },
    of: { zh: '件应处置', en: 'due to be handled' },
    sentence: {
      zh: '到了处置期限的件里，办了而且核查没有退回的占多少。',
      en: 'Of what was due to be handled, how much was, and passed its check.',
    },
    formula: {
      zh: '已处置且未被推翻 ∕ 处置到期日在本段、已办或已到期的轮次',
      en: 'handled and standing ∕ rounds whose handling was due in the period, done or past due',
    },
    leftOut: duties,
    owner: centre,
    whatToDo: {
      zh: '分母里有、分子里没有的，就是现在该催的：点开看。',
      en: 'What is below the line and not above it is what to chase now: open the list.',
    },
  },
  '3b': {
    name: { zh: '按期处置率', en: 'Handled in time' },
    of: { zh: '件应处置', en: 'due to be handled' },
    sentence: {
      zh: '到了处置期限的件里，在期限之内办好的占多少。',
      en: 'Of what was due to be handled, how much was done in time.',
    },
    formula: {
      zh: '处置时间 ≤ 到期日 ∕ 同处置率的分母',
      en: 'handled by the due ∕ as for “handled”',
    },
    leftOut: duties,
    owner: centre,
    whatToDo: {
      zh: '看超期停在谁手上、是不是派错了；不要只催最后一个人。',
      en: 'See in whose hands it stood and whether it was sent right; do not chase only the last one.',
    },
  },
  '3c': {
    name: { zh: '结案率', en: 'Closed' },
    of: { zh: '件应结', en: 'due to close' },
    sentence: {
      zh: '到了全程期限的件里，已经结案、没有被推翻的占多少。',
      en: 'Of what was due to close, how much closed and stayed closed.',
    },
    formula: {
      zh: '已结案且未被推翻 ∕ 全程到期日在本段、已结或已到期的轮次',
      en: 'closed and standing ∕ rounds whose whole limit fell in the period, closed or past due',
    },
    leftOut: duties,
    owner: centre,
    whatToDo: {
      zh: '解决、转办、查无、告知四种结法分开看，别只看总数。',
      en: 'Look at solved, referred, unfounded and guided apart, not only at the sum.',
    },
  },
  '3d': {
    name: { zh: '按期结案率', en: 'Closed in time' },
    of: { zh: '件应结', en: 'due to close' },
    sentence: {
      zh: '到了全程期限的件里，按期结案、没有被推翻的占多少。还在办、已经超期的，算在分母里。',
      en: 'Of what was due to close, how much closed in time and stayed closed. Open and overdue ones are below the line.',
    },
    formula: {
      zh: '结案时间 ≤ 到期日 ∕ 同结案率的分母',
      en: 'closed by the due ∕ as for “closed”',
    },
    leftOut: duties,
    owner: centre,
    whatToDo: {
      zh: '先看超期未结的方格，一格一件，逐件有人管。',
      en: 'Start with the overdue squares: each is one case, and each has somebody.',
    },
  },
  '3e': {
    name: { zh: '延期率', en: 'Extended' },
    of: { zh: '件应处置', en: 'due to be handled' },
    sentence: {
      zh: '应处置的件里，批过延期的占多少。',
      en: 'Of what was due, how much was given more time.',
    },
    formula: {
      zh: '批准过一次以上延期 ∕ 同处置率的分母',
      en: 'one or more extensions ∕ as for “handled”',
    },
    leftOut: duties,
    owner: centre,
    whatToDo: {
      zh: '不设目标：罚延期，只会换来假办结。',
      en: 'No target: punishing extensions breeds false closing.',
    },
  },
  '4a': {
    name: { zh: '返工率', en: 'Sent back by a check' },
    of: { zh: '件应结', en: 'due to close' },
    sentence: {
      zh: '应结的件里，核查退回过的占多少。',
      en: 'Of what was due to close, how much a check sent back.',
    },
    formula: {
      zh: '核查不通过一次以上 ∕ 同结案率的分母',
      en: 'one or more failed checks ∕ as for “closed”',
    },
    leftOut: duties,
    owner: community,
    whatToDo: {
      zh: '零也要问一句：是都办好了，还是没有人真去看。',
      en: 'Zero deserves a question too: all done well, or nobody really looked?',
    },
  },
  '4b': {
    name: { zh: '重开率', en: 'Reopened' },
    of: { zh: '次结案', en: 'closings' },
    sentence: {
      zh: '本段的结案里，后来被推翻的占多少。',
      en: 'Of the closings in the period, how many were undone.',
    },
    formula: {
      zh: '被居民、邻居、抽查或上级推翻 ∕ 本段结案次数',
      en: 'undone by reporter, neighbour, sample or above ∕ closings in the period',
    },
    leftOut: always,
    owner: community,
    whatToDo: {
      zh: '重开是居民在帮忙核查。看理由，不看谁丢了分。',
      en: 'A reopening is a resident checking for us. Read the reason.',
    },
  },
  '5': {
    name: { zh: '中位处置时长', en: 'Median time to handle' },
    of: null,
    sentence: {
      zh: '一半的件比这快，一半比这慢。从首次派遣到交回，扣掉挂账和等居民的时间。',
      en: 'Half were quicker, half slower: from first dispatch to handing in, less suspended and waiting time.',
    },
    formula: {
      zh: '排在正中那一件的分钟数；九成是排在第九成的那一件。都是真件，点得开。',
      en: 'Minutes of the case in the middle; and of the one at nine tenths. Both are real cases.',
    },
    leftOut: {
      zh: '当场办结的、后来被推翻的、作废和合并的。',
      en: 'Settled on the spot, undone later, void and merged.',
    },
    owner: centre,
    whatToDo: {
      zh: '中位没变、九成变长，是少数件卡住了：看最慢的。',
      en: 'If the median holds and nine tenths grows, a few are stuck: look at the slowest.',
    },
  },
  '6': {
    name: { zh: '超期未结', en: 'Overdue and open' },
    of: null,
    sentence: { zh: '此刻还没办完、已经过了期限的件。', en: 'Open right now and past a deadline.' },
    formula: {
      zh: '在办，且处置或全程期限已过；天数从较早的那个期限算起',
      en: 'open with handling or whole limit passed; days since the earlier of the two',
    },
    leftOut: {
      zh: '停表时还没超期的件（挂账数另列）。此刻的数，不随时间段变。',
      en: 'Cases paused before they were late (shown as suspended). A figure of now, not of the period.',
    },
    owner: centre,
    whatToDo: {
      zh: '30天以上的每一件，都要有人写明为什么、下一步是什么。',
      en: 'Each one over 30 days needs a written why and a next step.',
    },
  },
  '7': {
    name: { zh: '一次派准率', en: 'Sent right the first time' },
    of: { zh: '次首派', en: 'first dispatches' },
    sentence: {
      zh: '第一次派出去的件里，没有因为派错而改派的占多少。',
      en: 'Of first dispatches, how many did not have to be sent elsewhere.',
    },
    formula: {
      zh: '首派未改派、未因单位不对转办 ∕ 本段首派',
      en: 'neither rerouted nor passed on as the wrong unit ∕ first dispatches of the period',
    },
    leftOut: {
      zh: '退回后维持原派的算派准；作废和合并的不算。',
      en: 'A return that was upheld counts as right; void and merged are out.',
    },
    owner: centre,
    whatToDo: {
      zh: '看改派的理由，把分不清的事项写进职责清单。',
      en: 'Read why it was sent on, and write unclear matters into the list of duties.',
    },
  },
  '8': {
    name: { zh: '平均流转次数', en: 'Hand-overs per case' },
    of: null,
    sentence: {
      zh: '办结的件，平均换过几次手。首次派遣不算，协办不算。',
      en: 'How often a closed case changed hands. The first dispatch and helpers do not count.',
    },
    formula: {
      zh: '（向上派遣＋改派＋转办）∕ 本段有结案的件',
      en: '(onward dispatches + reroutes + transfers) ∕ cases closed in the period',
    },
    leftOut: always,
    owner: centre,
    whatToDo: {
      zh: '次数高，不一定是推；看是不是一件事要几家一起办。',
      en: 'Many hand-overs are not always buck-passing: some matters need several units.',
    },
  },
  '9a': {
    name: { zh: '响应率', en: 'Reached in time' },
    of: { zh: '件应联系', en: 'to be contacted' },
    sentence: {
      zh: '留了联系方式的件里，在期限之内联系上反映人的占多少。',
      en: 'Of those who left a way to be reached, how many were reached in time.',
    },
    formula: {
      zh: '联系上的时间 ≤ 期限 ∕ 联系期限在本段、已联系或已到期',
      en: 'reached by the due ∕ contact due in the period, reached or past due',
    },
    leftOut: always,
    owner: community,
    whatToDo: {
      zh: '打不通也要记一次，换个时间再打。',
      en: 'Note also a call that failed, and try at another hour.',
    },
  },
  '9b': {
    name: { zh: '居民认可', en: 'Residents agree' },
    of: { zh: '位答复', en: 'answers' },
    sentence: {
      zh: '答复了的反映人里，说“办好了”的占多少。没有答复的不算认可。',
      en: 'Of reporters who answered, how many said it is done. Silence is not consent.',
    },
    formula: {
      zh: '最后一次答复为“办好了”（网上、窗口或有效回访） ∕ 本段有答复的轮次',
      en: 'last answer says solved (online, at the counter or on a valid call-back) ∕ rounds answered in the period',
    },
    leftOut: {
      zh: '未回应的另列，不算分子也不算分母。',
      en: 'Silence is shown beside it and is in neither number.',
    },
    owner: community,
    whatToDo: {
      zh: '不认可的件自动重开。看居民写的话。',
      en: 'Objected cases reopen by themselves. Read what residents wrote.',
    },
  },
  '9c': {
    name: { zh: '满意率', en: 'Satisfied' },
    of: { zh: '位评价', en: 'grades' },
    sentence: {
      zh: '评过分的里，三档及以上（基本满意起）的占多少。',
      en: 'Of those who graded, how many gave three or more of five.',
    },
    formula: {
      zh: '最后一次评分 ≥ 3 ∕ 本段有评分的轮次',
      en: 'last grade of 3 or more ∕ rounds graded in the period',
    },
    leftOut: {
      zh: '没有评分的不算，也不默认好评。',
      en: 'No grade is no grade; nothing is assumed.',
    },
    owner: community,
    whatToDo: {
      zh: '和“居民认可”一起看：办好了不满意，多半是态度和时间。',
      en: 'Read it with “residents agree”: solved but unhappy is mostly about manner and time.',
    },
  },
  '9': {
    name: { zh: '三率综合分', en: 'Score of the three' },
    of: null,
    sentence: {
      zh: '响应、解决、满意三个率按权重相加，满分100。',
      en: 'Response, solution and satisfaction added by their weights, out of 100.',
    },
    formula: {
      zh: '响应率×权重＋解决率×权重＋满意率×权重。权重是有起用日期的规则，各地各年可以不同。',
      en: 'Each rate × its weight, added. Weights are dated rules and may differ by place and year.',
    },
    leftOut: {
      zh: '三个率有一个不足10件，就不合成。无效回访按原因列在旁边，不在任何一个率里。',
      en: 'If one of the three has fewer than ten, there is no score. Invalid call-backs stand beside it by reason, in none of the rates.',
    },
    owner: centre,
    whatToDo: {
      zh: '分数只用来提醒去看三个率，不用来比谁高。',
      en: 'The score only points at the three rates. It is not for comparing.',
    },
  },
  '12': {
    name: { zh: '虚假办结发现率', en: 'Closed but not done' },
    of: { zh: '次抽查', en: 'sample checks' },
    sentence: {
      zh: '抽查过的件里，外人到现场看、其实没办好的占多少。',
      en: 'Of closings an outsider looked at, how many were not done after all.',
    },
    formula: {
      zh: '判为未办结 ∕ 本段的抽查。每天从结案和自办里各抽8%（规则可调5–10%），密钥抽签，事先谁也不知道',
      en: 'judged not done ∕ checks of the period. Of each day’s closings and self-handled ones 8 % each (5–10 % by rule), drawn by key',
    },
    leftOut: always,
    owner: centre,
    whatToDo: {
      zh: '查出来的当即重开。先看办理条件够不够，再看人。',
      en: 'What is found reopens at once. Ask first whether the means were there.',
    },
  },
  '13': {
    name: { zh: '吹哨到场率', en: 'Came when called' },
    of: { zh: '个单位次', en: 'units called' },
    sentence: {
      zh: '街道吹哨叫来的单位里，在约定时间之前到场的占多少；旁边是从吹哨到到场的中位时长。',
      en: 'Of units called together, how many were there by the time set; beside it the median time from call to arrival.',
    },
    formula: {
      zh: '到场时间 ≤ 约定时间 ∕ 约定时间在本段、已到场或已过约定时间的单位次',
      en: 'there by the time set ∕ units whose time fell in the period, there or past it',
    },
    leftOut: always,
    owner: centre,
    whatToDo: {
      zh: '没到的先问叫得对不对、时间赶不赶得上；看单位怎么评这次召集。',
      en: 'Ask first whether it was the right unit and a time that could be met: read how it rated the call.',
    },
  },
}
