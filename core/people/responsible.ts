// Who is responsible now, for a receiver at an instant: the first of seven rules that yields somebody who is
// there. One answer for every door: staff read the name, residents the post and the unit. Pure: the server
// brings everybody who could be asked, with rosters and absences, and the chain of areas upward.
import { localDate, localTime } from '#core/kit/time.ts'
import { say, type Words } from '#core/kit/words.ts'
import { roles, type Role } from './roles.ts'
import {
  absenceWords,
  centrePost,
  dutyPost,
  handlerPost,
  postWords,
  responsibleWords as words,
  type AbsenceKind,
} from './words.ts'

export type Rule = 1 | 2 | 3 | 4 | 5 | 6 | 7

export type Candidate = {
  /** Null for a person named on the leg, who was looked up by id. */
  readonly areaId: number | null
  readonly unitId: number | null
  readonly personId: string
  /** Null where the asker may not read names. */
  readonly name: string | null
  readonly source: 'duty' | 'grant' | 'named'
  readonly role: Role | null
  readonly ordinal: number
  readonly until: string | null
  readonly away: {
    readonly kind: AbsenceKind
    readonly lastOn: string
    readonly deputy: { readonly id: string; readonly name: string | null } | null
  } | null
}

export type ChainArea = { readonly areaId: number; readonly level: string; readonly name: Words }

export type ResponsibleQuestion = {
  /** The receiving area first, then its ancestors up to the top. */
  readonly chain: readonly ChainArea[]
  readonly unit: { readonly id: number; readonly name: Words } | null
  readonly personId: string | null
  readonly timeZone: string
}

export type Responsible = {
  readonly personId: string | null
  readonly postName: Words
  readonly unitName: Words
  /** For staff, with the name; without one where the asker may not read it. */
  readonly sentence: Words
  /** For residents: post and unit only. */
  readonly publicSentence: Words
  readonly rule: Rule
}

type Found = {
  person: { id: string; name: string | null } | null
  post: Words
  place: Words
  sentence: Words
  rule: Rule
  until?: string | null
  away?: NonNullable<Candidate['away']>
}

export function responsible(
  asked: ResponsibleQuestion,
  candidates: readonly Candidate[],
): Responsible {
  const first = byName(asked, candidates) ?? byUnit(asked, candidates) ?? byAreas(asked, candidates)
  return worded(first, asked)
}

/** Rule 1. Somebody on the roster right now is there, whatever the list of absences says. */
function byName(asked: ResponsibleQuestion, candidates: readonly Candidate[]): Found | null {
  const place = asked.unit?.name ?? asked.chain[0]?.name
  const named = candidates.find((one) => one.source === 'named' && one.personId === asked.personId)
  if (asked.personId === null || place === undefined || named === undefined) return null
  const onDuty = candidates.some((one) => one.source === 'duty' && one.personId === asked.personId)
  if (named.away !== null && !onDuty) return null
  return { person: person(named), post: handlerPost, place, sentence: words.named, rule: 1 }
}

/** Rule 2: the roster of the post or unit. Where none is kept, its head and then its members answer. */
function byUnit(asked: ResponsibleQuestion, candidates: readonly Candidate[]): Found | null {
  const { unit } = asked
  if (unit === null) return null
  const here = candidates.filter((one) => one.unitId === unit.id)
  const roster = here.find((one) => one.source === 'duty' && one.away === null)
  if (roster !== undefined) return onRoster(roster, unit.name, words.roster, 2)
  const order: Role[] = ['unitHead', 'sectionHead', 'postMember', 'unitMember']
  return firstGranted(here, order, { place: unit.name, sentence: words.unitPerson, rule: 2 })
}

/** Rules 3 to 7, from the receiving area upward. */
function byAreas(asked: ResponsibleQuestion, candidates: readonly Candidate[]): Found {
  for (const area of asked.chain) {
    const here = candidates.filter((one) => one.unitId === null && one.areaId === area.areaId)
    const found = byLevel(here, area)
    if (found !== null) return afterEmpty(found, area, asked)
  }
  return afterEmpty(nobody(asked), null, asked)
}

function byLevel(here: readonly Candidate[], area: ChainArea): Found | null {
  if (area.level === 'micro') return null // its head is a volunteer: the grid around it answers
  if (area.level === 'grid') return inGrid(here, area)
  return area.level === 'community' ? inCommunity(here, area) : atCentre(here, area)
}

function inGrid(here: readonly Candidate[], area: ChainArea): Found | null {
  const roster = here.find((one) => one.source === 'duty' && one.away === null)
  if (roster !== undefined) return onRoster(roster, area.name, words.roster, 2)
  const leader = here.find((one) => one.role === 'gridLeader' && one.away === null)
  const place = area.name
  if (leader !== undefined)
    return {
      person: person(leader),
      post: roles.gridLeader.name,
      place,
      sentence: words.gridLeader,
      rule: 3,
    }
  return (
    deputyInGrid(here, area) ??
    firstGranted(here, ['gridWorker'], { place, sentence: words.worker, rule: 5 })
  )
}

function deputyInGrid(here: readonly Candidate[], area: ChainArea): Found | null {
  const away = here.find((one) => one.role === 'gridLeader' && one.away !== null)?.away ?? null
  const deputies = here.filter((one) => one.role === 'deputyLeader' && one.away === null)
  const chosen = deputies.find((one) => one.personId === away?.deputy?.id) ?? deputies[0]
  const base = { place: area.name, rule: 4 } as const
  if (away?.deputy != null && away.deputy.id !== chosen?.personId)
    return {
      ...base,
      person: away.deputy,
      post: roles.gridLeader.name,
      sentence: words.standIn,
      away,
    }
  if (chosen === undefined) return null
  const post = roles.deputyLeader.name
  if (away === null) return { ...base, person: person(chosen), post, sentence: words.deputy }
  return { ...base, person: person(chosen), post, sentence: words.deputyForLeader, away }
}

function inCommunity(here: readonly Candidate[], area: ChainArea): Found | null {
  const roster = here.find((one) => one.source === 'duty' && one.away === null)
  if (roster !== undefined) return onRoster(roster, area.name, words.communityDuty, 6)
  const known = { place: area.name, sentence: words.communityHead, rule: 6 } as const
  return firstGranted(here, ['communitySecretary'], known)
}

const centreOrder: Role[] = [
  'streetDispatcher',
  'streetCommander',
  'districtDispatcher',
  'districtCommander',
  'cityDispatcher',
  'cityCommander',
]

function atCentre(here: readonly Candidate[], area: ChainArea): Found | null {
  const roster = here.find((one) => one.source === 'duty' && one.away === null)
  const known = { place: area.name, sentence: words.centreDuty, rule: 7 } as const
  if (roster !== undefined)
    return {
      ...known,
      sentence: words.centreRoster,
      person: person(roster),
      post: centrePost,
      until: roster.until,
    }
  const found = firstGranted(here, centreOrder, known)
  return found === null ? null : { ...found, post: centrePost }
}

function nobody(asked: ResponsibleQuestion): Found {
  const centre = asked.chain.find((area) => area.level === 'street') ?? asked.chain.at(-1)
  const place = centre?.name ?? asked.unit?.name ?? { zh: '', en: '' }
  return { person: null, post: centrePost, place, sentence: words.centreUnnamed, rule: 7 }
}

/** The first who is there, by role and rank; one who is away may have named who stands in. */
function firstGranted(
  here: readonly Candidate[],
  order: readonly Role[],
  known: { place: Words; sentence: Words; rule: Rule },
): Found | null {
  for (const role of order) {
    const holders = here.filter((one) => one.role === role)
    const present = holders.find((one) => one.away === null)
    if (present !== undefined)
      return { ...known, person: person(present), post: postWords[role] ?? roles[role].name }
    const away = holders.find((one) => one.away?.deputy != null)?.away
    if (away?.deputy != null)
      return {
        ...known,
        person: away.deputy,
        post: roles[role].name,
        sentence: words.standIn,
        away,
      }
  }
  return null
}

function onRoster(one: Candidate, place: Words, sentence: Words, rule: Rule): Found {
  return { person: person(one), post: dutyPost, place, sentence, rule, until: one.until }
}

function person(one: Candidate): { id: string; name: string | null } {
  return { id: one.personId, name: one.name }
}

/** Says first which level nobody was at, when the answer comes from a level above the receiver's. */
function afterEmpty(found: Found, at: ChainArea | null, asked: ResponsibleQuestion): Found {
  const receiver = asked.chain[0]
  if (asked.unit === null && at !== null && at.areaId === receiver?.areaId) return found
  const index = at === null ? asked.chain.length : asked.chain.indexOf(at)
  const below = asked.chain[index - 1]
  const why =
    below === undefined || (asked.unit !== null && index === 0)
      ? filled(words.unitEmpty, { unit: asked.unit?.name ?? { zh: '', en: '' } })
      : below.level === 'grid' || below.level === 'micro'
        ? words.gridEmpty
        : below.level === 'community'
          ? words.communityEmpty
          : filled(words.centreEmpty, { unit: below.name })
  const { sentence } = found
  return { ...found, sentence: { zh: why.zh + sentence.zh, en: why.en + sentence.en } }
}

function filled(sentence: Words, values: Readonly<Record<string, Words>>): Words {
  const inLang = (lang: 'zh' | 'en') =>
    say(
      sentence,
      lang,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value[lang]])),
    )
  return { zh: inLang('zh'), en: inLang('en') }
}

function worded(found: Found, asked: ResponsibleQuestion): Responsible {
  const { post, place, away } = found
  const values: Record<string, Words> = { post, unit: place }
  const name = found.person?.name ?? ''
  values['name'] = { zh: name, en: name }
  if (found.until != null) values['until'] = clockWords(found.until, asked.timeZone)
  if (away !== undefined) {
    values['away'] = absenceWords[away.kind]
    values['lastOn'] = dayWords(away.lastOn)
  }
  const forResidents = found.rule === 1 ? words.forResidentsUnit : words.forResidents
  const publicSentence = filled(forResidents, values)
  const nameless = found.person !== null && found.person.name === null
  return {
    personId: found.person?.id ?? null,
    postName: post,
    unitName: place,
    sentence: nameless ? publicSentence : filled(found.sentence, values),
    publicSentence,
    rule: found.rule,
  }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayWords(day: string): Words {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return { zh: `${month}月${date}日`, en: `${date} ${months[month - 1]}` }
}

function clockWords(instant: string, timeZone: string): Words {
  const words = dayWords(localDate(instant, timeZone))
  const time = localTime(instant, timeZone)
  return { zh: `${words.zh}${time}`, en: `${time} on ${words.en}` }
}
