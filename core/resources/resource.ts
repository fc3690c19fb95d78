// An entry of the register: what it is, whether it can be trusted, what changed. An entry names an organisation and the
// telephone of its counter, never a person; it ends and is never deleted.
import { usualOfResources } from '#core/places/rule-keeping.ts'
import type { LocalDate } from '#core/kit/time.ts'
import { nextDate } from '#core/kit/time.ts'
import type { Words } from '#core/kit/words.ts'
import { type Opening, areOpenings } from './hours.ts'
import { isMobile, looksLikePerson, personIn } from './organisation.ts'
import { faultWords } from './words-faults.ts'

/** What can be had, on which conditions, how often. */
export type Offer = { what: string; conditions: string | null; often: string | null }

/** What its keeper writes down. */
export type Entry = {
  kind: string
  name: string
  nameEn: string | null
  capacity: number | null
  /** Null: the unit of its kind. */
  capacityUnit: string | null
  openings: Opening[]
  hoursNote: string | null
  address: string | null
  lon: number | null
  lat: number | null
  /** The counter or department that answers. */
  counter: string | null
  phone: string | null
  offers: Offer[]
  conditions: string | null
  validFrom: LocalDate
  /** The last day on which it holds. */
  validUntil: LocalDate | null
  isPublic: boolean
}

export type Resource = Entry & {
  id: string
  ownerId: number
  ownerPath: string
  version: number
  /** The first day on which it no longer holds. */
  endedOn: LocalDate | null
}

export const standings = ['planned', 'valid', 'ending', 'over', 'ended'] as const
export type Standing = (typeof standings)[number]

export const warnDaysDefault: number = usualOfResources.warnDays

/** `ending`: within the days in which its keeper is asked to renew it. `over`: its last day has passed unrenewed. */
export function standingOf(
  entry: Pick<Resource, 'validFrom' | 'validUntil' | 'endedOn'>,
  today: LocalDate,
  warnDays = warnDaysDefault,
): Standing {
  if (entry.endedOn !== null && entry.endedOn <= today) return 'ended'
  if (entry.validFrom > today) return 'planned'
  if (entry.validUntil === null) return 'valid'
  if (entry.validUntil < today) return 'over'
  return entry.validUntil <= nextDate(today, warnDays) ? 'ending' : 'valid'
}

/** May it be counted on that day? */
export const holdsOnDay = (
  entry: Pick<Resource, 'validFrom' | 'validUntil' | 'endedOn'>,
  day: LocalDate,
): boolean => ['valid', 'ending'].includes(standingOf(entry, day))

export type EntryFault = keyof typeof faultWords
export type EntryFaults = Partial<Record<keyof Entry, EntryFault>>

/** What its keeper should change first, by field; empty when it may enter the register. */
export function faultsOfEntry(entry: Entry, kinds: ReadonlySet<string>): EntryFaults {
  const faults: EntryFaults = {}
  const note = (field: keyof Entry, fault: EntryFault | null) => {
    if (fault !== null) faults[field] ??= fault
  }
  if (!kinds.has(entry.kind)) note('kind', 'unknown_kind')
  if (entry.name.trim().length < 2) note('name', 'no_name')
  if (looksLikePerson(entry.name)) note('name', 'name_of_person')
  if (entry.counter !== null && looksLikePerson(entry.counter)) note('counter', 'contact_of_person')
  if (entry.phone !== null) note('phone', faultOfPhone(entry.phone))
  if ((entry.capacity === null) !== (entry.capacityUnit === null))
    note('capacity', 'capacity_without_unit')
  if (entry.capacity !== null && entry.capacity <= 0) note('capacity', 'bad_capacity')
  if (!areOpenings(entry.openings)) note('openings', 'bad_hours')
  if ((entry.lon === null) !== (entry.lat === null)) note('lon', 'half_a_point')
  if (entry.validUntil !== null && entry.validUntil < entry.validFrom)
    note('validUntil', 'ends_before_it_begins')
  for (const field of ['name', 'hoursNote', 'address', 'counter', 'conditions'] as const)
    note(field, faultOfText(entry[field]))
  for (const offer of entry.offers)
    for (const text of [offer.what, offer.conditions, offer.often])
      note('offers', faultOfText(text))
  return faults
}

function faultOfPhone(phone: string): EntryFault | null {
  if (isMobile(phone)) return 'phone_of_person'
  return /^[+()\d][\d\s()/-]{1,27}(转\s?\d{1,6})?$/.test(phone.normalize('NFKC'))
    ? null
    : 'bad_phone'
}

function faultOfText(text: string | null): EntryFault | null {
  const found = text === null ? null : personIn(text)
  if (found === null) return null
  return found === 'person'
    ? 'person_in_text'
    : found === 'mobile'
      ? 'mobile_in_text'
      : 'id_card_in_text'
}

export type Change = { field: keyof Entry; from: unknown; to: unknown }

const fields: readonly (keyof Entry)[] = [
  'kind',
  'name',
  'nameEn',
  'capacity',
  'capacityUnit',
  'openings',
  'hoursNote',
  'address',
  'lon',
  'lat',
  'counter',
  'phone',
  'offers',
  'conditions',
  'validFrom',
  'validUntil',
  'isPublic',
]

export function changesBetween(before: Entry, after: Entry): Change[] {
  return fields.flatMap((field) => {
    const [from, to] = [before[field], after[field]]
    return same(from, to) ? [] : [{ field, from, to }]
  })
}

/** By value, whatever order the keys came in. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(x), ...Object.keys(y)])
  return [...keys].every((key) => same(x[key], y[key]))
}

export type ChangeRefusal = 'already_ended' | 'nothing_changed' | 'day_past'

export function whyCannotChange(
  resource: Pick<Resource, 'endedOn'>,
  changes: readonly Change[],
): Exclude<ChangeRefusal, 'day_past'> | null {
  if (resource.endedOn !== null) return 'already_ended'
  return changes.length === 0 ? 'nothing_changed' : null
}

/** Ends today or later: what was true yesterday stays true. */
export function whyCannotEnd(
  resource: Pick<Resource, 'endedOn'>,
  on: LocalDate,
  today: LocalDate,
): Exclude<ChangeRefusal, 'nothing_changed'> | null {
  if (resource.endedOn !== null) return 'already_ended'
  return on < today ? 'day_past' : null
}

/** Beside a field, in words. */
export const sayFaults = (faults: EntryFaults, lang: 'zh' | 'en'): Record<string, string> =>
  Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, faultWords[fault][lang]]),
  )

export const reasonOf = (fault: EntryFault): Words => faultWords[fault]
