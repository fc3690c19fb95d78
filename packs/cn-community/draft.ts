// How one line of this pack becomes a full category: what a whole class has in common is said here
// once, so that the lists beside this file hold only what is particular to each thing.
import type { Category } from '#core/places/category.ts'

type Limit = Category['limit']
type Evidence = Category['evidence']
type LimitText = `${number} ${NonNullable<Limit>['kind']}` | 'by tier'

export type Draft = {
  code: string
  zh: string
  en: string
  /** Words residents use for it, separated by spaces. */
  words: string
  filing: readonly [zh: string, en: string]
  closing: readonly [zh: string, en: string]
  limit: LimitText
  tier: Category['tier']
  but?: Partial<
    Omit<Category, 'code' | 'parent' | 'class' | 'zh' | 'en' | 'keywords' | 'limit' | 'evidence'>
  > & { evidence?: Partial<Evidence> }
}

/** A thing is shown, in its place, after it was given out; a talk is told in words. */
export function evidenceOf(class_: Category['class']): Evidence {
  const seen = class_ !== 'C'
  return {
    text: true,
    photoAfter: seen,
    photoBefore: false,
    placeWithinM: seen ? 50 : null,
    takenAfterDispatch: seen,
    onSite: false,
  }
}

/** The parts of the tree that only sort others; nothing is filed under them. */
export function branch(
  code: string,
  parent: string | null,
  zh: string,
  en: string,
  basis?: Category['basis'],
): Category {
  const class_ = classOf(code)
  return {
    code,
    parent,
    class: class_,
    zh,
    en,
    keywords: [],
    filing: { zh: '请选到下一级', en: 'Choose one of the kinds below' },
    closing: { zh: '按下一级的条件', en: 'By the condition of the kind below' },
    limit: null,
    tier: class_ === 'C' ? 'T2' : 'T3',
    section: 'livelihood',
    evidence: evidenceOf(class_),
    selfHandle: { fullTime: false, partTime: false },
    urgent: false,
    matter: class_ === 'C' ? 'minor' : 'major',
    openToPublic: false,
    placePrecision: 'grid',
    ...(basis === undefined ? {} : { basis }),
  }
}

/** All leaves of one branch; `shared` is what they have in common beyond their class. */
export function leaves(
  parent: string,
  shared: NonNullable<Draft['but']>,
  drafts: readonly Draft[],
): Category[] {
  return drafts.map((draft) => leaf(parent, shared, draft))
}

function leaf(parent: string, shared: NonNullable<Draft['but']>, draft: Draft): Category {
  const class_ = classOf(draft.code)
  const limit = limitOf(draft.limit)
  const particular = { ...shared, ...draft.but }
  return {
    code: draft.code,
    parent,
    class: class_,
    zh: draft.zh,
    en: draft.en,
    keywords: draft.words.split(' '),
    filing: { zh: draft.filing[0], en: draft.filing[1] },
    closing: { zh: draft.closing[0], en: draft.closing[1] },
    limit,
    tier: draft.tier,
    section: particular.section ?? 'livelihood',
    evidence: { ...evidenceOf(class_), ...shared.evidence, ...draft.but?.evidence },
    selfHandle: particular.selfHandle ?? { fullTime: false, partTime: false },
    // An urgent kind runs day and night and stands first, in red: kept for what may hurt somebody.
    urgent: particular.urgent ?? limit?.kind.startsWith('URGENT') ?? false,
    matter: particular.matter ?? (class_ === 'C' ? 'minor' : 'major'),
    openToPublic: particular.openToPublic ?? true,
    placePrecision: particular.placePrecision ?? (class_ === 'C' ? 'grid' : 'point'),
    ...(particular.basis === undefined ? {} : { basis: particular.basis }),
  }
}

function limitOf(text: LimitText): Limit {
  if (text === 'by tier') return null
  const [amount, kind] = text.split(' ') as [string, NonNullable<Limit>['kind']]
  return { kind, amount: Number(amount) }
}

function classOf(code: string): Category['class'] {
  const first = code[0]
  return first === 'P' || first === 'E' ? first : 'C'
}
