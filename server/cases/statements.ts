// The statements that load and save a whole case. Names that SQL keeps for itself (by, at) are columns here, so
// every name is quoted. Each text is prepared once per connection.

import { tallyFacts } from '#core/cases/tallies.ts'
import { whistlesText } from './whistle-store.ts'

const partsOf = (table: string, order: string) =>
  `(select coalesce(json_agg(to_jsonb(p) order by p.${order}), '[]')
      from cases.${table} p
     where p.community_id = c.community_id
       and p.case_id = c.id)`

/** What the statement's own snapshot says: behind the locked row if it had to wait for another transaction. */
const seenText =
  '(select s.version from cases.cases s where s.community_id = c.community_id and s.id = c.id) as seen'

/** A case with its parts, and whatever else of it is asked for in the same look. */
export const loadText = (where: string, besides: readonly string[] = []): string => `
select ${besides.map((each) => `${each},\n       `).join('')}to_jsonb(c) - 'grams' as c,
       ${partsOf('rounds', 'round')} as rounds,
       ${partsOf('legs', 'serial')} as legs,
       ${partsOf('clocks', 'serial')} as clocks,
       ${partsOf('voices', 'serial')} as voices,
       ${partsOf('proofs', 'serial')} as proofs,
       ${partsOf('extension_requests', 'serial')} as extensions,
       ${partsOf('callbacks', 'serial')} as callbacks,
       ${partsOf('samples', 'serial')} as samples,${whistlesText}
  from cases.cases c
 where ${where}`

export const readText = loadText('c.number = $1')
export const lockText = `${loadText('c.number = $1', [seenText])}\n   for update of c`

const caseColumns = [
  'community_id',
  'id',
  'number',
  'state',
  'version',
  'round',
  'source',
  'created_by',
  'category',
  'category_class',
  'tier',
  'matter',
  'urgent',
  'text',
  'address',
  'lon',
  'lat',
  'home_area_id',
  'home_path',
  'filed_area_id',
  'filed_path',
  'grid_id',
  'routing',
  'photos',
  'particulars',
  'reported_at',
  'filed_at',
  'archived_at',
  'resume_to',
  'verifier',
  'question',
  'refused',
  'contested',
  'suspension',
  'suspension_ask',
  'urges',
  'supervisions',
  'appeal',
  'handovers',
  'reopenings',
  'linked_to',
  'merged',
  'merged_here',
  'wake_at',
  'last_at',
  'took_part',
  'is_public',
  'chain_units',
  'holder_area_id',
  'holder_unit_id',
  'shown_clock',
  'due_at',
  'grams',
  'external_id',
]
const roundColumns = [
  'community_id',
  'case_id',
  'round',
  'opened_at',
  'opened_by',
  'self_handled',
  'first_dispatched_at',
  'first_dispatch',
  'handled_at',
  'stopped_seconds',
  'closed_at',
  'closed_by',
  'outcome',
  'closing_words',
  'handovers_at_close',
  'undone_at',
  'undone_by',
  'failed_checks',
  'extensions_granted',
  'waits',
  'suspended_seconds',
  'past_year',
  'transfers',
  'answer',
  'answered_at',
  'grade',
  'graded_at',
  'responded_at',
  'counted_path',
  'called_at',
  'called_solved',
]
const legColumns = [
  'community_id',
  'case_id',
  'serial',
  'round',
  'kind',
  'parent',
  'giver_area_id',
  'giver_unit_id',
  'receiver_area_id',
  'receiver_unit_id',
  'given_by',
  'dispatched_at',
  'signed_at',
  'handed_in_at',
  'handed_in_by',
  'checked_at',
  'checked_by',
  'failed_checks',
  'results',
  'ended_at',
  'how_ended',
  'task',
  'meet_by',
  'upheld_by',
]
const clockColumns = [
  'community_id',
  'case_id',
  'serial',
  'kind',
  'round',
  'leg',
  'limit_kind',
  'amount',
  'started_at',
  'pauses',
  'extensions',
  'due_at',
  'remaining_seconds',
  'calendar_version',
  'ended_at',
  'overdue_at',
  'told',
  'next_tell_at',
]
const extensionColumns = [
  'community_id',
  'case_id',
  'serial',
  'round',
  'by',
  'at',
  'amount',
  'reason',
  'state',
  'decided_by',
  'decided_at',
]
const proofColumns = [
  'community_id',
  'case_id',
  'serial',
  'leg',
  'round',
  'by',
  'at',
  'text',
  'photos_before',
  'photos_after',
  'taken_at',
  'lon',
  'lat',
  'metres_off',
  'satisfied',
]
const voiceColumns = [
  'community_id',
  'case_id',
  'serial',
  'recorded_by',
  'channel',
  'has_contact',
  'secret_hash',
  'link_hash',
]
const contactColumns = [
  'community_id',
  'case_id',
  'voice',
  'sealed_name',
  'sealed_phone',
  'phone_index',
  'erase_after',
  'told_on',
]
const entryColumns = [
  'community_id',
  'case_id',
  'version',
  'round',
  'move',
  'at',
  'from_state',
  'to_state',
  'actor_kind',
  'actor_id',
  'role',
  'area_id',
  'on_behalf',
  'reason',
  'facts',
  'audience',
  'command_id',
  'place',
  'hash',
]
const callbackColumns = [
  'community_id',
  'case_id',
  'serial',
  'round',
  'by',
  'at',
  'valid',
  'solved',
  'grade',
  'reason',
  'reviewer',
]
const sampleColumns = [
  'community_id',
  'case_id',
  'serial',
  'round',
  'drawn_at',
  'judged_at',
  'judged_by',
  'judgement',
  'words',
  'photos',
]
const tallyColumns = ['community_id', 'area_id', 'path', 'grain', 'bucket', ...tallyFacts]

/** Names that SQL keeps for itself are columns here: `by`, `at`. */
const list = (columns: readonly string[], prefix = '') =>
  columns.map((c) => `${prefix}"${c}"`).join(', ')

const insert = (table: string, columns: readonly string[], parameter: number) =>
  `insert into cases.${table} (${list(columns)})
   select ${list(columns, 'r.')} from jsonb_populate_recordset(null::cases.${table}, $${parameter}) r`

const upsert = (
  table: string,
  columns: readonly string[],
  key: readonly string[],
  parameter: number,
) => {
  const rest = columns.filter((c) => !key.includes(c))
  return `${insert(table, columns, parameter)}
   on conflict (${list(key)}) do update set (${list(rest)}) = (${rest.map((c) => `excluded."${c}"`).join(', ')})`
}

const part = ['community_id', 'case_id', 'serial']
export const tallyKey = ['community_id', 'area_id', 'grain', 'bucket']

/** A new case: its row first, so that its parts may refer to it under the policies. */
const insertCaseText = insert('cases', caseColumns, 1)

const updateCaseText = `update cases.cases c
   set (${list(caseColumns.slice(2).filter((c) => c !== 'grams'))}) =
       (${list(
         caseColumns.slice(2).filter((c) => c !== 'grams'),
         'r.',
       )})
  from jsonb_populate_recordset(null::cases.cases, $1) r
 where c.community_id = r.community_id
   and c.id = r.id`

/** The parts of a case, by the letter that names them in a statement. */
export type Part =
  | 'rounds'
  | 'legs'
  | 'clocks'
  | 'extensions'
  | 'proofs'
  | 'voices'
  | 'contacts'
  | 'entries'
  | 'callbacks'
  | 'samples'
  | 'tallies'

const tallyText = (parameter: number) => `
insert into cases.tallies as t (${list(tallyColumns)})
select ${tallyColumns.map((c, i) => (i < 5 ? `r."${c}"` : `coalesce(r."${c}", 0)`)).join(', ')}
  from jsonb_populate_recordset(null::cases.tallies, $${parameter}) r
 order by r.area_id, r.grain, r.bucket
    on conflict (${list(tallyKey)}) do update
   set ${tallyFacts.map((f) => `"${f}" = t."${f}" + excluded."${f}"`).join(', ')}`

type Put = (parameter: number) => string
const putters = (put: typeof upsert): Record<Part, Put> => ({
  rounds: (n) => put('rounds', roundColumns, ['community_id', 'case_id', 'round'], n),
  legs: (n) => put('legs', legColumns, part, n),
  clocks: (n) => put('clocks', clockColumns, part, n),
  extensions: (n) => put('extension_requests', extensionColumns, part, n),
  proofs: (n) => insert('proofs', proofColumns, n),
  voices: (n) => insert('voices', voiceColumns, n),
  contacts: (n) => insert('contacts', contactColumns, n),
  entries: (n) => insert('entries', entryColumns, n),
  callbacks: (n) => insert('callbacks', callbackColumns, n),
  samples: (n) => put('samples', sampleColumns, part, n),
  tallies: tallyText,
})

/** A new case meets no rows of its own, and whoever takes it in may see none: its parts are only inserted. */
const whole = {
  insert: {
    first: insertCaseText,
    put: putters((table, columns, _key, parameter) => insert(table, columns, parameter)),
  },
  update: { first: updateCaseText, put: putters(upsert) },
}

const known = new Map<string, { name: string; text: string }>()

/** The one statement that saves a case and those of its parts that differ: a part without a row costs nothing. */
export function saveText(
  how: 'insert' | 'update',
  parts: readonly Part[],
): { name: string; text: string } {
  const name = `cases.${how} ${parts.map((each) => letters[each]).join('')}`
  const held = known.get(name)
  if (held !== undefined) return held
  const { first, put } = whole[how]
  const puts = parts.map((each, i) => `,\n ${each} as (${put[each](i + 2)})`)
  const made = { name, text: `with saved as (${first})${puts.join('')}\nselect` }
  known.set(name, made)
  return made
}

const letters: Record<Part, string> = {
  rounds: 'r',
  legs: 'l',
  clocks: 'k',
  extensions: 'x',
  proofs: 'p',
  voices: 'v',
  contacts: 'c',
  entries: 'e',
  callbacks: 'b',
  samples: 's',
  tallies: 't',
}
