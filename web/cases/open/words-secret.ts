// Few words of the report that other pages say, too: apart, so that these do not carry the form's.
import type { Words } from '#core/kit/words.ts'

export const secretWords = {
  reportAnother: { zh: '再说一件', en: 'Report something else' },
  open: { zh: '看办到哪了', en: 'Show me' },
  secretWrong: { zh: '查询码是六个字母或数字。', en: 'The secret has six letters or digits.' },
} satisfies Record<string, Words>
