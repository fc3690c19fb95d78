// Refusals of the patrols room, and what its kinds are called.
import type { Words } from '#core/kit/words.ts'
import type { NoteKind } from './note.ts'
import type { InspectionResult, ObjectKind } from './plan.ts'

export const noteKindWords: Record<NoteKind, Words> = {
  patrol: { zh: '巡查看到', en: 'Seen on the way' },
  listening: { zh: '走访听到', en: 'Heard on the way' },
}

export const objectKindWords: Record<ObjectKind, Words> = {
  lamp: { zh: '路灯', en: 'Lamp' },
  hydrant: { zh: '消防栓', en: 'Hydrant' },
  extinguisher: { zh: '灭火器', en: 'Extinguisher' },
  playground: { zh: '儿童游乐、健身设施', en: 'Playground, exercise' },
  stairs: { zh: '梯坎、扶手', en: 'Stairs, handrail' },
  manhole: { zh: '井盖', en: 'Manhole cover' },
  board: { zh: '宣传栏', en: 'Notice board' },
  bench: { zh: '座椅', en: 'Bench' },
  other: { zh: '其他', en: 'Other' },
}

export const resultWords: Record<InspectionResult, Words> = {
  inOrder: { zh: '完好', en: 'In order' },
  fault: { zh: '有问题', en: 'Fault' },
  notReached: { zh: '到不了', en: 'Not reached' },
}

export const patrolRefusals = {
  no_tags: {
    zh: '还没有带编号的部件。先在部件上写编号，码就认得它。',
    en: 'No object has a tag yet. Give them tags: the code knows an object by it.',
  },
  too_many_codes: {
    zh: '一次最多打 480 个。一个网格一个网格地打。',
    en: 'At most 480 at a time. Print them grid by grid.',
  },
  no_such_object: { zh: '没有这个部件。', en: 'There is no such object.' },
  no_such_plan: { zh: '没有这个巡检计划。', en: 'There is no such plan.' },
  changed_meanwhile: {
    zh: '别人刚改过。下面是现在的样子，再看一眼，再改。',
    en: 'Somebody changed it just now. What stands now is shown: look again, then change it.',
  },
  has_ended: { zh: '已经撤了，不能再改。', en: 'It has ended and is not changed any more.' },
  from_past: {
    zh: '新的周期从今天或以后开始。前面的几轮不改。',
    en: 'A new rhythm begins today or later. Rounds that were stay as they are.',
  },
  tag_taken: { zh: '这个编号已经用在别的部件上。', en: 'Another object bears this tag.' },
  lines_wrong: {
    zh: '有的行读不懂，一行都没有收。下面写了是哪一行、为什么。',
    en: 'Some lines cannot be read, so none was taken. Which and why stands below.',
  },
  round_over: {
    zh: '这一轮已经结束。打开新的一轮再记。',
    en: 'This round is over. Open the present one.',
  },
  found_already: { zh: '这一轮已经记过这个部件。', en: 'This object is recorded for this round.' },
  note_empty: {
    zh: '写一句、拍一张或说一段，有一样就行。',
    en: 'A sentence, a photo or a voice note will do.',
  },
  note_of_person: {
    zh: '记录里有电话或证件号码。请去掉：这里只记事，不记人。',
    en: 'There is a telephone or identity number in it. Take it out: notes are about matters, not persons.',
  },
  note_exists: { zh: '这条记录已经存过了。', en: 'This note is kept already.' },
  no_such_note: {
    zh: '没有这条记录：可能已经到期删除，或者不是您记的。',
    en: 'There is no such note: its time is over, or it is not yours.',
  },
  not_yours: { zh: '这里不归您管。', en: 'This is not yours to keep.' },
  no_such_area: { zh: '没有这个网格或社区。', en: 'There is no such grid or community.' },
} satisfies Record<string, Words>
