// What the drawing table says.
import type { DrawingFault } from '#core/places/drawing-faults.ts'
import type { CornerRefusal } from '#core/places/redraw-corners.ts'
import type { MergeRefusal } from '#core/places/redraw-merge.ts'
import type { SplitRefusal } from '#core/places/redraw-split.ts'
import type { Words } from '#core/kit/words.ts'

export const redrawWords = {
  title: { zh: '划网格', en: 'Draw the grids' },
  titleOf: { zh: '{name} · 划网格', en: 'Draw the grids of {name}' },
  fetching: { zh: '正在取界线', en: 'Fetching the outlines' },
  open: { zh: '开始划', en: 'Open a draft' },
  openSays: {
    zh: '这里只划草案，现在的网格不受影响。划好以后提出起用的日子，由第二个人确认，那天零点起用。',
    en: 'This is a draft: the grids of today stay as they are. When it is ready you propose a day, a second person confirms, and it holds from that midnight.',
  },
  sub: {
    zh: '草案，{by}{at}改过。界线以{day}为底。',
    en: 'Draft, last changed by {by}, {at}. Drawn on the outlines of {day}.',
  },
  somebody: { zh: '有人', en: 'somebody' },
  wider: {
    zh: '窄屏上只能看。要划界线，请换一块宽一点的屏。',
    en: 'A narrow screen shows the draft. To draw, use a wider one.',
  },
  stale: { zh: '划的这段时间里，网格有变动', en: 'The grids were changed while this was drawn' },
  staleThen: {
    zh: '这份草案不能用了。请放弃它，在新的界线上重新划。',
    en: 'This draft no longer fits. Give it up and draw on the outlines as they are now.',
  },
  schematic: { zh: '界线为示意', en: 'schematic outlines' },
  toForce: { zh: '看要变什么，提出起用', en: 'See what changes, propose it' },
  saveFirst: { zh: '先存草案', en: 'Save the draft first' },
  proposed: {
    zh: '已经提出起用，等第二个人确认',
    en: 'It is proposed and waits for a second person',
  },
  proposedThen: {
    zh: '在这里再改、再存，提议就收回了。',
    en: 'Changing and saving it here takes the proposal back.',
  },
  save: { zh: '存草案', en: 'Save the draft' },
  saved: { zh: '草案已存', en: 'Draft saved' },
  unsaved: { zh: '有改动还没存', en: 'There are changes not saved' },
  allSaved: { zh: '都存好了', en: 'Everything is saved' },
  drop: { zh: '放弃草案', en: 'Give the draft up' },
  dropAsk: { zh: '放弃这份草案？', en: 'Give this draft up?' },
  dropSays: {
    zh: '画的都不留，现在的网格照旧。',
    en: 'What was drawn is not kept; the grids stay as they are.',
  },
  undo: { zh: '撤一步', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  nothingToUndo: { zh: '没有可撤的', en: 'Nothing to undo' },
  nothingToRedo: { zh: '没有可重做的', en: 'Nothing to redo' },
  changedMeanwhile: {
    zh: '别人先存了一版。请重新打开这一页，接着别人的划。',
    en: 'Somebody else saved first. Open this page again and go on from there.',
  },
  noDraft: {
    zh: '这份草案已经放弃或启用了。',
    en: 'This draft was given up or put in force.',
  },
  notACommunity: {
    zh: '网格在社区里划，请先选一个社区。',
    en: 'Grids are drawn in a community: choose one first.',
  },
  noOutline: {
    zh: '这个社区还没有界线，没有底可划。请先导入社区的界线。',
    en: 'This community has no outline to draw on. Import one first.',
  },
  outlinesOverlap: {
    zh: '现在的网格界线互相压着，或者伸出了社区。请先导入改正过的界线。',
    en: 'The outlines of today overlap or reach out of the community. Import corrected ones first.',
  },
  notYours: {
    zh: '界线由区县的规则管理员保管，您这里没有这一项。',
    en: 'Boundaries are kept by the district’s rule keeper; this is not among your rights here.',
  },

  mapLabel: { zh: '{name}的草案，{n}块', en: 'The draft of {name}, {n} parts' },
  mapHelp: {
    zh: '加减号放大缩小，0 看全图，方向键移动。移界时方括号换角点，方向键把选中的角点推一米，加 Shift 推十米，Delete 去掉它。右边的清单能做同样的事。',
    en: 'Plus and minus zoom, 0 shows all, arrows move the map. When moving borders, brackets change the corner, arrows push it a metre, with Shift ten, Delete takes it out. The lists beside the map do the same.',
  },
  closer: { zh: '放大', en: 'Closer' },
  farther: { zh: '缩小', en: 'Farther' },
  all: { zh: '全图', en: 'All of it' },
  scale: { zh: '{n}米', en: '{n} m' },
  dashed: { zh: '虚线：原来的界线', en: 'dashed: the borders of before' },

  tool: { zh: '要做什么', en: 'What to do' },
  look: { zh: '看和改名', en: 'Look, name' },
  split: { zh: '切分', en: 'Split' },
  merge: { zh: '合并', en: 'Merge' },
  border: { zh: '移界', en: 'Move a border' },

  parts: { zh: '{n}个网格', en: '{n} grids' },
  part: { zh: '网格', en: 'Grid' },
  choosePart: {
    zh: '在图上点一块，或者在下面的清单里选。',
    en: 'Press a part on the map or choose one in the list.',
  },
  unnamed: { zh: '（还没有名字）', en: '(no name yet)' },
  rest: { zh: '没有网格的地', en: 'Ground without a grid' },
  size: { zh: '面积', en: 'Size' },
  squareMetres: { zh: '{n}平方米', en: '{n} m²' },
  stays: { zh: '原有', en: 'goes on' },
  begins: { zh: '新设', en: 'new' },
  changed: { zh: '界线有变', en: 'border moved' },
  isRenamed: { zh: '改了名', en: 'renamed' },
  name: { zh: '名字', en: 'Name' },
  nameEn: { zh: '英文名（可不填）', en: 'English name (optional)' },
  code: { zh: '网格代码', en: 'Grid code' },
  codeHint: {
    zh: '以{begins}开头，再加{digits}位。用过的号不再用。',
    en: '{begins} and {digits} digits. A number once used is not used again.',
  },
  codeStays: { zh: '原有网格的代码不变。', en: 'A grid that goes on keeps its code.' },
  claim: { zh: '设为一个网格', en: 'Make it a grid' },
  dedicated: {
    zh: '专属网格（{names}）在别的网格里面，这里不动。',
    en: 'Dedicated grids ({names}) lie inside others and are not touched here.',
  },

  splitHow: {
    zh: '选一个网格，在图上先点它的一处界线，再依次点中间的点，最后点另一处界线，就切开了。',
    en: 'Choose a grid. Press its border, then the points between, then its border again: it is cut there.',
  },
  splitBegin: { zh: '第一点要点在这个网格的界线上。', en: 'Begin on the border of this grid.' },
  splitGoing: {
    zh: '已经点了{n}点。点到另一处界线就切开；退格去掉一点。',
    en: '{n} points so far. Pressing the border again cuts; Backspace takes one back.',
  },
  splitBack: { zh: '去掉一点', en: 'Take one back' },
  splitStraight: { zh: '或者按清单直切', en: 'Or straight, by list' },
  splitFrom: { zh: '从', en: 'From' },
  splitTo: { zh: '到', en: 'To' },
  splitNow: { zh: '切开', en: 'Cut' },
  splitNeeds: { zh: '先选两个点', en: 'Choose both points first' },
  outer: { zh: '社区外界', en: 'the community’s outline' },
  withPart: { zh: '与{name}', en: 'with {name}' },
  nth: { zh: '{where} · 第{n}个角点', en: '{where} · corner {n}' },
  middle: { zh: '{where} · 第{n}、{m}个角点中间', en: '{where} · between corners {n} and {m}' },

  mergeHow: {
    zh: '选一个网格，再选要并进来的邻格。两个都撤销，新设一个。',
    en: 'Choose a grid, then the neighbour to merge it with. Both end, a new one begins.',
  },
  mergeWith: { zh: '与{name}合并', en: 'Merge with {name}' },
  mergeInto: { zh: '并入{name}', en: 'Give it to {name}' },
  noNeighbours: { zh: '它没有邻格。', en: 'It has no neighbour.' },

  borderHow: {
    zh: '选一个网格，拖动界线上的圆点。相邻的两格一起动，不会出缝。社区的外界不在这里改。',
    en: 'Choose a grid and drag the dots on its borders. Both neighbours move together, so no gap can open. The community’s own outline is not changed here.',
  },
  stretch: { zh: '哪一段界线', en: 'Which stretch' },
  corner: { zh: '哪个角点', en: 'Which corner' },
  noStretch: {
    zh: '这个网格四面都是社区外界。',
    en: 'All borders of this grid are the community’s.',
  },
  step: { zh: '一次推', en: 'Push by' },
  west: { zh: '向西', en: 'West' },
  east: { zh: '向东', en: 'East' },
  north: { zh: '向北', en: 'North' },
  south: { zh: '向南', en: 'South' },
  addCorner: { zh: '在它后面加一个角点', en: 'Add a corner after it' },
  dropCorner: { zh: '去掉这个角点', en: 'Take this corner out' },
  lastCorner: { zh: '这一段到它为止', en: 'The stretch ends here' },

  faults: { zh: '还有{n}处不对', en: '{n} things are not right yet' },
  faultless: {
    zh: '没有缝，没有重叠，名字和代码都齐。',
    en: 'No gap, no overlap, names and codes complete.',
  },
  seeIt: { zh: '看这里', en: 'Show it' },
} satisfies Record<string, Words>

/** {name}: the grid; {other}: the second one; {size}: square metres. */
export const faultWords: Record<DrawingFault['fault'], Words> = {
  unclaimed: {
    zh: '{size}平方米的地没有网格：设为一个网格，或者并给邻格。',
    en: '{size} m² have no grid: make it one, or give it to a neighbour.',
  },
  name_missing: {
    zh: '有一个新网格还没有名字（{code}）。',
    en: 'A new grid has no name yet ({code}).',
  },
  name_taken: { zh: '{name}这个名字用了两次。', en: 'The name {name} is used twice.' },
  code_missing: { zh: '{name}还没有代码。', en: '{name} has no code yet.' },
  code_wrong: {
    zh: '{name}的代码{code}不对：要以社区代码开头，位数要够。',
    en: 'The code {code} of {name} is wrong: it begins with the community’s code and has all digits.',
  },
  code_taken: {
    zh: '{name}的代码{code}已经用过。',
    en: 'The code {code} of {name} was used before.',
  },
  crosses_itself: {
    zh: '{name}的界线自己跟自己交叉了。',
    en: 'The border of {name} crosses itself.',
  },
  too_small: {
    zh: '{name}只有{size}平方米，太小了，多半是划错了。',
    en: '{name} has only {size} m²: too small, probably a slip.',
  },
  gap: { zh: '{name}旁边空着约{size}平方米。', en: 'About {size} m² beside {name} are left over.' },
  overlap: {
    zh: '{name}和{other}重叠约{size}平方米。',
    en: '{name} and {other} overlap by about {size} m².',
  },
  outside: {
    zh: '{name}伸到社区外面约{size}平方米。',
    en: '{name} reaches out of the community by about {size} m².',
  },
}

export const stepRefusals: Record<CornerRefusal | SplitRefusal | MergeRefusal, Words> = {
  on_outline: {
    zh: '社区的外界不在这里改。',
    en: 'The community’s own outline is not changed here.',
  },
  corner_taken: { zh: '那里已经有一个角点。', en: 'There is a corner already.' },
  corner_joins: {
    zh: '三段界线在这里相交，只能移，不能去掉。',
    en: 'Three borders meet here: it can be moved, not taken out.',
  },
  no_such_corner: { zh: '这个角点已经没有了。', en: 'This corner is gone.' },
  no_such_part: { zh: '这个网格已经没有了。', en: 'This grid is gone.' },
  line_too_short: { zh: '至少要两个点。', en: 'A line has at least two points.' },
  line_not_at_border: {
    zh: '线的两头都要在这个网格的界线上。',
    en: 'The line begins and ends on the border of the grid.',
  },
  line_leaves_grid: {
    zh: '线出了这个网格，或者贴着界线走。',
    en: 'The line leaves the grid, or runs along its border.',
  },
  line_crosses_itself: { zh: '线自己跟自己交叉了。', en: 'The line crosses itself.' },
  does_not_divide: {
    zh: '这样切不开：线的两头不在同一圈界线上。',
    en: 'This does not divide it: the ends lie on borders that do not hang together.',
  },
  too_narrow: {
    zh: '离另一条界线不到一厘米，切不开。请错开一点。',
    en: 'Less than a centimetre from another border: move the line a little.',
  },
  not_neighbours: { zh: '这两个网格不挨着。', en: 'These two do not touch.' },
}
