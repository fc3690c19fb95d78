// The notice board of a community on the wire: open to everybody, written by its office.
import { type Static, Type } from 'typebox'
import { FileHash } from '#core/files/contract.ts'
import { Day, endpoint, listOf, nameOfTwo, nullable, oneOf } from '#core/kit/contract.ts'
import { paged } from '#core/kit/cursor.ts'
import { CommandId, Uuid } from '#core/kit/ids.ts'
import { boardCategories, bodyMost, titleMost } from './board.ts'

const tags = ['board']
const Code = Type.String({ minLength: 1, maxLength: 40 })
const WordsView = Type.Object({ zh: Type.String(), en: Type.String() })
const lang = Type.Optional(oneOf(['zh', 'en']))

export const BoardPostView = Type.Object({
  id: Type.String(),
  category: oneOf(boardCategories),
  title: Type.String(),
  body: Type.String(),
  /** The grid it concerns; null: the whole community. */
  grid: nullable(Type.Object({ code: Type.String(), name: WordsView })),
  fromOn: Type.String(),
  untilOn: Type.String(),
  photo: nullable(FileHash),
  paper: Type.Boolean({ description: 'Whether a PDF is attached.' }),
  version: Type.Integer(),
  publishedAt: Type.String(),
  changedAt: Type.String(),
  changedWhy: nullable(Type.String({ description: 'Why it was corrected or taken back.' })),
  withdrawnAt: nullable(Type.String()),
})
export type BoardPostView = Static<typeof BoardPostView>

export const listBoard = endpoint({
  name: 'listBoard',
  method: 'GET',
  path: '/api/communities/:code/board',
  access: 'open',
  summary:
    'Notices of a community: those that hang on its board today, newest first; with `past`, those whose days are over or that were taken back.',
  tags,
  input: Type.Object({
    code: Code,
    category: Type.Optional(oneOf(boardCategories)),
    past: Type.Optional(Type.Boolean()),
    ...paged('count'),
  }),
  output: listOf(BoardPostView),
  refusals: { no_such_area: 404 },
})

const post = { code: Code, id: Uuid }
const noPost = { no_such_area: 404, no_such_notice: 404 } as const

export const readBoardPost = endpoint({
  name: 'readBoardPost',
  method: 'GET',
  path: '/api/communities/:code/board/:id',
  access: 'open',
  summary: 'One notice, also when its days are over or it was taken back.',
  tags,
  input: Type.Object(post),
  output: Type.Object({
    community: Type.Object({ code: Type.String(), name: WordsView }),
    today: Type.String(),
    post: BoardPostView,
  }),
  refusals: noPost,
})

export const readBoardPaper = endpoint({
  name: 'readBoardPaper',
  method: 'GET',
  path: '/api/communities/:code/board/:id/paper.pdf',
  access: 'open',
  form: 'file',
  summary: 'The PDF attached to a notice.',
  tags,
  input: Type.Object(post),
  output: Type.String({ format: 'binary' }),
  refusals: { ...noPost, no_such_file: 404 },
})

export const printBoardPost = endpoint({
  name: 'printBoardPost',
  method: 'GET',
  path: '/api/communities/:code/board/:id/notice.pdf',
  access: 'open',
  form: 'file',
  summary: 'The notice on paper, in large print, with a code for the mobile.',
  tags,
  limit: { max: 60, per: 'minute' },
  input: Type.Object({ ...post, paper: Type.Optional(oneOf(['A4', 'A3'])), lang }),
  output: Type.String({ format: 'binary' }),
  refusals: noPost,
})

export const BoardEntryView = Type.Object({
  version: Type.Integer(),
  at: Type.String(),
  by: Type.String(),
  act: oneOf(['publish', 'correct', 'withdraw']),
  reason: nullable(Type.String()),
  title: Type.String(),
  body: Type.String(),
  fromOn: Type.String(),
  untilOn: Type.String(),
})
export type BoardEntryView = Static<typeof BoardEntryView>

const keeping = { no_such_area: 404, not_yours: 403 } as const

export const listBoardDesk = endpoint({
  name: 'listBoardDesk',
  method: 'GET',
  path: '/api/areas/:code/board',
  access: 'staff',
  summary: 'For whoever keeps the board: all notices of a community, also those to come.',
  tags,
  input: Type.Object({ code: Code, ...paged('count') }),
  output: listOf(BoardPostView),
  refusals: keeping,
})

export const readBoardTrace = endpoint({
  name: 'readBoardTrace',
  method: 'GET',
  path: '/api/areas/:code/board/:id/trace',
  access: 'staff',
  summary: 'What a notice said, by whom and since when, newest first.',
  tags,
  input: Type.Object(post),
  output: Type.Object({ items: Type.Array(BoardEntryView) }),
  refusals: { ...keeping, no_such_notice: 404 },
})

const fields = {
  category: oneOf(boardCategories),
  title: Type.String({ minLength: 2, maxLength: titleMost, pattern: nameOfTwo }),
  body: Type.String({ minLength: 2, maxLength: bodyMost }),
  gridCode: nullable(Code),
  fromOn: Day,
  untilOn: Day,
  photo: nullable(FileHash),
  paper: nullable(FileHash),
}
const faults = {
  days_reversed: 422,
  days_too_many: 422,
  day_past: 422,
  id_card_on_board: 422,
  no_such_grid: 422,
  file_unknown: 422,
} as const
const Reason = Type.String({ minLength: 2, maxLength: 300 })

export const publishNotice = endpoint({
  name: 'publishNotice',
  method: 'POST',
  path: '/api/areas/:code/board',
  access: 'staff',
  summary: 'Hangs a notice on the board of a community, from its first day on.',
  tags,
  input: Type.Object({ commandId: CommandId, code: Code, postId: Uuid, ...fields }),
  output: BoardPostView,
  refusals: { ...keeping, ...faults, no_board_here: 422, notice_exists: 409 },
})

export const correctNotice = endpoint({
  name: 'correctNotice',
  method: 'PUT',
  path: '/api/areas/:code/board/:id',
  access: 'staff',
  summary:
    'Corrects a notice; what it said before stays on record and everybody reads why it was changed. `paper` left out keeps the PDF.',
  tags,
  input: Type.Object({
    commandId: CommandId,
    ...post,
    ...fields,
    paper: Type.Optional(nullable(FileHash)),
    reason: Reason,
    expectedVersion: Type.Integer({ minimum: 1 }),
  }),
  output: BoardPostView,
  refusals: { ...keeping, ...faults, no_such_notice: 404, notice_withdrawn: 409 },
})

export const withdrawNotice = endpoint({
  name: 'withdrawNotice',
  method: 'POST',
  path: '/api/areas/:code/board/:id/withdrawal',
  access: 'staff',
  summary: 'Takes a notice back with a reason that stands in its place.',
  tags,
  input: Type.Object({ commandId: CommandId, ...post, reason: Reason }),
  output: BoardPostView,
  refusals: { ...keeping, no_such_notice: 404, notice_withdrawn: 409 },
})
