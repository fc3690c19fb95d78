// What is said to the people of a redrawing: {name} the community, {day} the day of effect.
import type { Words } from '#core/kit/words.ts'
import type { RedrawingWord } from '#core/places/putting-in-force.ts'

export const redrawingNotices: Record<RedrawingWord, Words> = {
  proposed: {
    zh: '{name}的新网格提出{day}起用，请您看一遍再确认。',
    en: 'New grids of {name} are proposed for {day}: please read and confirm them.',
  },
  confirmed: {
    zh: '{name}的新网格已确认，{day}零点起用。',
    en: 'The new grids of {name} are confirmed and hold from {day}.',
  },
  sentBack: {
    zh: '{name}的新网格被退回，没有定下起用的日子。',
    en: 'The new grids of {name} were sent back; no day is set.',
  },
  takenBack: {
    zh: '{name}原定{day}起用的新网格已撤回，网格照旧。',
    en: 'The new grids of {name}, set for {day}, were taken back; the grids stay.',
  },
}
