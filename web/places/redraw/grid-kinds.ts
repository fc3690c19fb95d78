// What happens to a grid when a drawing is put in force.
import type { Words } from '#core/kit/words.ts'

export const gridKinds = {
  kindBegins: { zh: '新设', en: 'new' },
  kindMoves: { zh: '界线有变', en: 'border moves' },
  kindRenamed: { zh: '改名', en: 'renamed' },
  kindStays: { zh: '不变', en: 'stays' },
} satisfies Record<string, Words>
