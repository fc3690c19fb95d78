// Groups of residents 兴趣团队: what is known of one, which is little, and nothing of its members.
import type { LocalDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import type { Named } from './centre.ts'

export const groupKinds = [
  'performance',
  'singing',
  'writing',
  'sport',
  'handicraft',
  'reading',
  'mutualHelp',
  'other',
] as const
export type GroupKind = (typeof groupKinds)[number]

export type Group = {
  readonly id: string
  readonly name: Named
  readonly kind: GroupKind
  readonly about: string | null
  readonly leaderPost: string
  readonly leaderShown: string | null
  readonly members: number | null
  /** Rooms it may use without asking each time. */
  readonly rooms: readonly string[]
  readonly hoursPerWeek: number | null
  readonly foundedOn: LocalDate
  readonly endedOn: LocalDate | null
}

export const groupKindWords: Readonly<Record<GroupKind, Words>> = {
  performance: { zh: '舞蹈、艺术', en: 'Dance and stage' },
  singing: { zh: '合唱', en: 'Singing' },
  writing: { zh: '书法绘画', en: 'Calligraphy and painting' },
  sport: { zh: '健身', en: 'Exercise' },
  handicraft: { zh: '手工', en: 'Handicraft' },
  reading: { zh: '读书', en: 'Reading' },
  mutualHelp: { zh: '互助', en: 'Mutual help' },
  other: { zh: '其他', en: 'Other' },
}
