// What the page says on which a draft is read once more, confirmed by a second person and put in force.
import type { Words } from '#core/kit/words.ts'
import { gridKinds } from './grid-kinds.ts'

export const inForceWords = {
  title: { zh: '起用新网格', en: 'Put grids in force' },
  titleOf: { zh: '{name} · 起用新网格', en: 'Put the grids of {name} in force' },
  fetching: { zh: '正在算哪些要跟着走', en: 'Working out what goes along' },
  none: { zh: '现在没有草案', en: 'There is no draft' },
  noneThen: {
    zh: '先在“划网格”里划好、存好，再回来看。',
    en: 'Draw and save one first, then come back.',
  },
  draw: { zh: '回去划', en: 'Back to drawing' },
  versions: { zh: '两天对照', en: 'Compare two days' },
  changedBy: { zh: '草案，{by}{at}存的。', en: 'Draft, saved by {by}, {at}.' },
  proposedBy: {
    zh: '{by}提出：{day}起用。等第二个人确认。',
    en: '{by} proposes it for {day}. It waits for a second person.',
  },
  somebody: { zh: '有人', en: 'somebody' },
  stillDrawn: { zh: '还在划，没有提出', en: 'Still being drawn' },
  stillDrawnThen: {
    zh: '划好以后由规则管理员提出起用的日子，那时再请您确认。',
    en: 'When it is ready the rule keeper proposes a day, and you are asked then.',
  },
  stale: { zh: '划的这段时间里，网格有变动', en: 'The grids were changed meanwhile' },
  staleThen: {
    zh: '请放弃这份草案，在现在的界线上重新划。',
    en: 'Give the draft up and draw on the outlines as they are now.',
  },
  faults: { zh: '还有{n}处不对', en: '{n} things are not right yet' },
  faultsThen: {
    zh: '回到“划网格”，清单里逐处写着。',
    en: 'The drawing page lists them one by one.',
  },
  unchanged: { zh: '草案和现在的网格一样', en: 'The draft is the same as the grids of today' },
  micro: { zh: '里面的微网格', en: 'Micro-grids inside' },
  microGrid: { zh: '微网格', en: 'Micro-grid' },
  microTo: { zh: '到哪一个网格', en: 'To which grid' },
  microThen: { zh: '那天起', en: 'From that day' },
  microGoes: { zh: '一起过去，代码 {code}', en: 'goes along, code {code}' },
  microCut: {
    zh: '被新界线切开，那天撤销，里面的事归这个网格',
    en: 'cut by a new border: it ends, and what lies in it is that grid’s',
  },
  microNote: {
    zh: '整个落在一个新网格里的，名字、范围和微网格长都跟着过去。被切开的撤销；想留，就回去改界线，或者起用以后用导入重新划。',
    en: 'One that lies whole in a grid goes along with name, outline and head. One that is cut ends; to keep it, draw the border round it, or lay it anew by an import afterwards.',
  },
  map: { zh: '原来的（虚线）和新的（实线）', en: 'Before (dashed) and after (solid)' },
  mapLabel: {
    zh: '{name}：原来的界线用虚线，新的用实线',
    en: '{name}: old borders dashed, new ones solid',
  },
  grids: { zh: '起用以后{n}个网格', en: '{n} grids from then on' },
  grid: { zh: '网格', en: 'Grid' },
  code: { zh: '代码', en: 'Code' },
  size: { zh: '面积', en: 'Size' },
  squareMetres: { zh: '{n}平方米', en: '{n} m²' },
  kind: { zh: '怎么了', en: 'What happens' },
  ...gridKinds,
  ends: { zh: '要撤销的网格', en: 'Grids that end' },
  shares: { zh: '地分给谁', en: 'Who has its ground' },
  heir: { zh: '谁接手', en: 'Who takes over' },
  heirNote: {
    zh: '值班表、没有坐标的事件，跟着接手的网格走。',
    en: 'The duty roster and cases without a point go with whoever takes over.',
  },
  staff: { zh: '人跟到哪里', en: 'Where staff go' },
  noStaff: { zh: '要撤销的网格里没有人。', en: 'Nobody serves in the grids that end.' },
  person: { zh: '姓名', en: 'Name' },
  role: { zh: '岗位', en: 'Role' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  duties: {
    zh: '值班表里还有{n}行，也跟着接手的网格走。',
    en: '{n} lines of the duty roster go to whoever takes over.',
  },
  cases: { zh: '没办完的事件跟到哪里', en: 'Where open cases go' },
  noCases: { zh: '没有事件要换网格。', en: 'No open case changes its grid.' },
  count: { zh: '几件', en: 'Cases' },
  byHeir: { zh: '{name}（没有坐标，跟接手的走）', en: '{name} (no point: whoever takes over)' },
  total: { zh: '一共', en: 'All' },
  stays: {
    zh: '已经办结的留在原来的网格，过去的数字不动。部件按它所在的点归新网格，巡检计划跟着接手的网格走。',
    en: 'Closed cases stay with their grid, and figures of the past do not move. Objects go to the grid they stand in, plans of rounds to whoever takes over.',
  },
  day: { zh: '哪天起用', en: 'In force from' },
  dayHint: { zh: '最早{day}，零点起。', en: 'At midnight; the earliest is {day}.' },
  propose: { zh: '提出起用', en: 'Propose it' },
  proposed: { zh: '已提出，等第二个人确认', en: 'Proposed: it waits for a second person' },
  twoPeople: {
    zh: '提出的人不能自己确认。由另一位规则管理员，或者街道以上的负责人确认。',
    en: 'Who proposes cannot confirm. Another rule keeper does, or the head of the street or above.',
  },
  confirm: { zh: '确认起用', en: 'Confirm' },
  confirmAsk: { zh: '{day}起用这些网格？', en: 'Put these grids in force from {day}?' },
  confirmSays: {
    zh: '那天零点起，新的上报进新网格；人和没办完的事件自动跟过去。零点前可以撤回。',
    en: 'From midnight of that day reports go to the new grids; staff and open cases follow by themselves. Until then it can be taken back.',
  },
  confirmed: { zh: '定了：{day}起用', en: 'Decided: in force from {day}' },
  sendBack: { zh: '退回再划', en: 'Send it back' },
  sentBack: { zh: '已退回', en: 'Sent back' },
  withdraw: { zh: '收回提议', en: 'Take the proposal back' },
  waits: { zh: '等另一个人确认', en: 'Another person confirms it' },
  inForce: { zh: '{day}起用', en: 'In force from {day}' },
  inForceBegun: { zh: '{day}起在用', en: 'In force since {day}' },
  decidedBy: {
    zh: '{by}提出，{other}{at}确认。',
    en: 'Proposed by {by}, confirmed by {other}, {at}.',
  },
  takeBack: { zh: '撤回', en: 'Take it back' },
  takeBackAsk: { zh: '撤回{day}起用的网格？', en: 'Take back the grids of {day}?' },
  takeBackSays: {
    zh: '现在的网格照旧，那天什么也不变。',
    en: 'The grids stay as they are; nothing changes on that day.',
  },
  takenBack: { zh: '已撤回', en: 'Taken back' },
} satisfies Record<string, Words>

export const inForceRefusals: Record<string, Words> = {
  not_yours: {
    zh: '新网格由规则管理员提出，由另一位规则管理员或街道以上的负责人确认。',
    en: 'Grids are proposed by a rule keeper and confirmed by another one, or by the head of the street or above.',
  },
  stale: {
    zh: '网格刚有变动，这份草案不能用了。请在现在的界线上重新划。',
    en: 'The grids have just changed: draw on the outlines as they are now.',
  },
  has_faults: {
    zh: '草案还有不对的地方，请先改好。',
    en: 'The draft has faults: put them right first.',
  },
  nothing_changed: { zh: '草案和现在的网格一样，没有可起用的。', en: 'The draft changes nothing.' },
  day_past: {
    zh: '这一天太早了，最早明天。提议放过了日子的，请退回重新提出。',
    en: 'Too early: tomorrow is the earliest. A proposal whose day has passed is sent back and proposed anew.',
  },
  day_too_far: { zh: '太远了，最多两年以后。', en: 'Too far ahead: two years at most.' },
  day_before_change: {
    zh: '在这之前已经定了另一次变动，要比那次晚。',
    en: 'Another change is decided already: choose a later day.',
  },
  not_an_heir: {
    zh: '接手的网格要得到它的地。请重新选。',
    en: 'Who takes over must have some of its ground. Choose again.',
  },
  not_proposed: {
    zh: '这份草案还没有提出，或者已经被退回。',
    en: 'It is not proposed, or was sent back.',
  },
  same_person: {
    zh: '提出的人不能自己确认，请另一个人确认。',
    en: 'Who proposed it cannot confirm it: ask another person.',
  },
  not_in_force: { zh: '已经被撤回了。', en: 'It was taken back already.' },
  has_begun: {
    zh: '已经起用，不能撤回。要改，请重新划。',
    en: 'It has begun and cannot be taken back: draw anew.',
  },
  built_upon: {
    zh: '后面还定了一次变动，请先撤回那一次。',
    en: 'A later change is built on it: take that back first.',
  },
  in_use: {
    zh: '已经有东西登记在新网格上，不能撤回。要改，请重新划。',
    en: 'Something refers to the new grids already: draw anew.',
  },
}
