// Which acts beside the work itself a post does next, so that they stand first. What the case waits for (to file, to check,
// to close) comes before all of them and is the same for everybody; what may be done at all is not decided here.
import type { Role } from '#core/people/roles.ts'
import type { Move } from './move-names.ts'

export type Post = 'leads' | 'dispatches' | 'handles' | 'watches'

const postOf: Readonly<Partial<Record<Role, Post>>> = {
  streetCommander: 'leads',
  districtCommander: 'leads',
  cityCommander: 'leads',
  communitySecretary: 'leads',
  sectionHead: 'leads',
  unitHead: 'leads',
  communityDuty: 'dispatches',
  streetDispatcher: 'dispatches',
  districtDispatcher: 'dispatches',
  cityDispatcher: 'dispatches',
  gridWorker: 'handles',
  partTimeWorker: 'handles',
  gridLeader: 'handles',
  deputyLeader: 'handles',
  postMember: 'handles',
  unitMember: 'handles',
  supervisionCommittee: 'watches',
}

/** Acts that no case waits for, in the order of their table (web/cases/offers.ts) where a post has no order of its own. */
export const besideWork: readonly Move[] = [
  'waitForReporter',
  'contact',
  'requestExtension',
  'suspend',
  'transfer',
  'addAssist',
  'whistle',
  'urge',
  'supervise',
]

/** Who leads calls the others together when it is urgent, and otherwise asks how it stands; asking the reporter is for the desk. */
const first: Readonly<Record<Post, { urgent: readonly Move[]; usual: readonly Move[] }>> = {
  leads: {
    urgent: ['whistle', 'urge', 'addAssist', 'supervise', 'transfer', 'contact'],
    usual: ['urge', 'supervise', 'addAssist', 'whistle', 'transfer'],
  },
  dispatches: {
    urgent: ['whistle', 'addAssist', 'urge', 'contact'],
    usual: ['contact', 'urge', 'waitForReporter', 'addAssist'],
  },
  handles: {
    urgent: ['contact', 'addAssist', 'whistle'],
    usual: ['contact', 'requestExtension', 'addAssist', 'waitForReporter'],
  },
  watches: { urgent: ['supervise', 'urge'], usual: ['supervise', 'urge'] },
}

/** Whoever holds several roles is served by the first of these that is one of them: who leads decides, too. */
const byWeight: readonly Post[] = ['leads', 'dispatches', 'handles', 'watches']

export function besideFirst(roles: readonly Role[], urgent: boolean): readonly Move[] {
  const posts = new Set(roles.map((role) => postOf[role]))
  const post = byWeight.find((one) => posts.has(one))
  const own = post === undefined ? [] : first[post][urgent ? 'urgent' : 'usual']
  return [...own, ...besideWork.filter((move) => !own.includes(move))]
}

/**
 * The acts as they stood, with those beside the work put in the order of the post, each in a place that one of them had:
 * nothing that the case waits for moves.
 */
export function inOrderOf<Act extends { move: Move }>(
  acts: readonly Act[],
  order: readonly Move[],
): Act[] {
  const beside = acts
    .filter(({ move }) => order.includes(move))
    .toSorted((a, b) => order.indexOf(a.move) - order.indexOf(b.move))
  let next = 0
  return acts.map((act) => (order.includes(act.move) ? (beside[next++] ?? act) : act))
}
