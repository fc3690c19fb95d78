// What is kept about people, field by field: what for, on which ground, until when, who sees it. Each room says it of its
// own fields; a sentence that changes is a new text from a day, and what people were told on any day can be read again.
import type { Words } from '#core/kit/words.ts'

/** Grounds of article 13 of the Personal Information Protection Law, by name; consent for one purpose stands apart. */
export const bases = [
  'consent',
  'separateConsent',
  'contract',
  'legalDuty',
  'publicTask',
  'employment',
] as const
export type Basis = (typeof bases)[number]

/** Where it is asked for, in the order in which the page tells of it. */
export const collectionPoints = [
  'report',
  'account',
  'alerts',
  'registration',
  'booking',
  'group',
  'survey',
  'theme',
  'resource',
  'walk',
  'staff',
] as const
export type CollectionPoint = (typeof collectionPoints)[number]

/** `{days}` in a text stands for the days that hold at the place. */
export type PersonalText = {
  /** The day from which it is said like this. */
  since: string
  purpose: Words
  kept: Words
  seenBy: Words
  /** What happens without it; null where nothing of the kind can be done without it. */
  without: Words | null
}

export type PersonalField = {
  key: `${CollectionPoint}.${string}`
  name: Words
  basis: Basis
  /** Beyond the law on personal data: which law gives the task. */
  law: Words | null
  sealed: boolean
  /** The job or act that deletes it, as it is called in the code; null: nothing does so by itself. */
  deletedBy: string | null
  /** The rule of a place that sets the days, and how many they are where no place set it. */
  days: { rule: string; part: string; usual: number } | null
  columns: readonly string[]
  /** Oldest first. A text once said is not changed: add the next one with its day. */
  texts: readonly [PersonalText, ...PersonalText[]]
}

export const pointOf = (field: PersonalField): CollectionPoint =>
  field.key.split('.')[0] as CollectionPoint

/** The rule by which a place says a purpose in its own words, or adds a sentence; ground and time are not its to set. */
export const privacyRule = 'people.privacyWords'
export type LocalWords = Readonly<Record<string, { purpose?: Words; note?: Words }>>

export type Version = PersonalText & { note: Words | null; days: number | null }

const parts = ['purpose', 'kept', 'seenBy', 'without', 'note', 'days'] as const
export type VersionPart = (typeof parts)[number]

/** What differs between what was said and what is said. */
export const changedParts = (was: Version, is: Version): VersionPart[] =>
  parts.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]))

/** What the rules of a place say of one field on a day. */
export type LocalOn = (day: string) => { words: LocalWords; days: number | null }

/** Everything that was or will be said of a field at a place, oldest first; `turns` are the days on which its rules changed. */
export function versionsOf(
  field: PersonalField,
  turns: readonly string[],
  localOn: LocalOn,
): Version[] {
  const [first] = field.texts
  const later = [...turns, ...field.texts.map(({ since }) => since)].filter(
    (day) => day > first.since,
  )
  const days = [first.since, ...new Set(later.toSorted())]
  return days.reduce<Version[]>((told, since) => {
    const next = saidOn(field, since, localOn)
    const last = told.at(-1)
    return last === undefined || changedParts(last, next).length > 0 ? [...told, next] : told
  }, [])
}

function saidOn(field: PersonalField, since: string, localOn: LocalOn): Version {
  const text = field.texts.findLast((each) => each.since <= since) ?? field.texts[0]
  const local = localOn(since)
  const own = local.words[field.key]
  return {
    ...text,
    since,
    purpose: own?.purpose ?? text.purpose,
    note: own?.note ?? null,
    days: field.days === null ? null : (local.days ?? field.days.usual),
  }
}

/** What is said on a day: before the first text there was none, so the first stands for it. */
export function versionOn(versions: readonly Version[], day: string): Version | null {
  return versions.findLast(({ since }) => since <= day) ?? versions[0] ?? null
}

/** The day of the text that stands for several fields together: the latest of theirs. */
export const latestSince = (told: readonly (Version | null)[]): string | null =>
  told.reduce<string | null>(
    (latest, each) => (each !== null && each.since > (latest ?? '') ? each.since : latest),
    null,
  )

/** The one line beside a field: what for, and how long. */
export function lineOf(version: Pick<Version, 'purpose' | 'kept' | 'days'>): Words {
  const days = String(version.days ?? '')
  const kept = (lang: 'zh' | 'en') => version.kept[lang].replaceAll('{days}', days)
  return {
    zh: version.purpose.zh + kept('zh'),
    en: `${version.purpose.en} ${kept('en')}`,
  }
}
