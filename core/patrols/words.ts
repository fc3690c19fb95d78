// Refusals of the patrols room, and what its kinds are called.
import type { Words } from '#core/kit/words.ts'
import type { NoteKind } from './note.ts'

export const noteKindWords: Record<NoteKind, Words> = {
  patrol: { zh: '巡查看到', en: 'Seen on the way' },
  listening: { zh: '走访听到', en: 'Heard on the way' },
}

export const patrolRefusals = {
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
  not_yours: { zh: '只有工作人员本人能记。', en: 'Only a member of staff keeps notes.' },
  no_such_area: { zh: '没有这个网格或社区。', en: 'There is no such grid or community.' },
} satisfies Record<string, Words>
