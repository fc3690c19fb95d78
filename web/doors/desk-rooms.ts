// The desk's rooms in the order of the masthead, one line a room, and whom each concerns. This only keeps the
// masthead quiet: what a person may see or do is asked of the server by each page.
import type { Words } from '#core/kit/words.ts'
import type { MeView } from '#core/people/contract.ts'
import { type Right, roles } from '#core/people/roles.ts'
import { paths } from '#web/kit/paths.ts'
import { ordersDeskOf } from '#web/people/orders-desk.ts'
import { doorWords } from './words.ts'

type DeskRoom = {
  label: Words
  to: string
  concerns: (me: MeView) => boolean
  /** Beginnings of the addresses of single things, which stand beside the list they belong to. */
  also?: readonly string[]
}

const deskRooms: readonly DeskRoom[] = [
  {
    label: doorWords.cockpit,
    to: paths.desk.cockpit(),
    concerns: may('readFigures'),
    also: ['/desk/definitions', '/desk/brief/', '/desk/playback/', '/desk/hot-spots/'],
  },
  {
    label: doorWords.queues,
    to: paths.desk.queues(),
    concerns: seesCases,
    also: ['/desk/cases', '/desk/report', '/desk/handover', '/desk/templates'],
  },
  { label: doorWords.orders, to: paths.desk.orders(), concerns: speaksToHotline },
  {
    label: doorWords.surveys,
    to: paths.desk.surveys(),
    concerns: may('keepSurveys', 'enterSurveys'),
    also: ['/desk/survey/'],
  },
  {
    label: doorWords.resources,
    to: paths.desk.resources(),
    concerns: may('keepResources'),
    also: ['/desk/resource/', '/desk/resource-request/'],
  },
  { label: doorWords.objects, to: paths.desk.objects(), concerns: may('keepResources') },
  {
    label: doorWords.themes,
    to: paths.desk.themes(),
    concerns: may('keepThemes'),
    also: ['/desk/theme/', '/desk/theme-choice/', '/desk/theme-decision/'],
  },
  {
    label: doorWords.centre,
    to: paths.desk.centre(),
    concerns: may('keepCentre'),
    also: ['/desk/series/', '/desk/session/'],
  },
  { label: doorWords.board, to: paths.desk.board(), concerns: may('keepBoard') },
  { label: doorWords.places, to: paths.desk.places(), concerns: may('readFigures', 'keepPlaces') },
  {
    label: doorWords.people,
    to: paths.desk.people(),
    concerns: may('keepAccounts', 'keepGrants', 'keepTokens', 'keepRoster', 'readLooks'),
  },
  { label: doorWords.exchange, to: paths.desk.exchange(), concerns: may('keepExchange') },
  {
    label: doorWords.rules,
    to: paths.desk.rules(),
    concerns: may('keepRules', 'keepRoster', 'keepSurveys'),
  },
]

/** Some grant, wherever it holds, carries one of these rights. */
function may(...rights: Right[]): (me: MeView) => boolean {
  return (me) =>
    me.grants.some((grant) => rights.some((right) => roles[grant.role].rights.includes(right)))
}

function seesCases(me: MeView): boolean {
  return me.grants.some((grant) => roles[grant.role].sees !== 'none')
}

function speaksToHotline(me: MeView): boolean {
  return ordersDeskOf(me) !== null
}

export function roomsOf(me: MeView): DeskRoom[] {
  return deskRooms.filter((room) => room.concerns(me))
}

/** Where the desk begins: the queues for whoever works on cases, else the first room that is his. */
export function homeOf(me: MeView): string {
  return seesCases(me) ? paths.desk.queues() : (roomsOf(me)[0]?.to ?? paths.desk.sessions())
}
