// Short journals told in a line per move, and one figure asked of them: for the tables of the figures.
import type { JournalEntry } from '#core/cases/case-history.ts'
import { figure } from '#core/cases/figures.ts'
import type { Figures } from '#core/cases/figures.ts'
import { fromMs, toMs } from '#core/kit/time.ts'

export const areas = [
  { code: 'S', parent: null },
  { code: 'C1', parent: 'S' },
  { code: 'C2', parent: 'S' },
  { code: 'G1', parent: 'C1' },
]
/** Days of March 2026 with a time, in UTC: '3 09:30'. */
export const at = (text: string): string => {
  const [day, time] = text.split(' ')
  return fromMs(toMs(`2026-03-01T${time ?? '00:00'}:00Z`) + (Number(day) - 1) * 86_400_000)
}
export const march = { from: at('1'), to: at('32') }
export const april = { from: at('32'), to: at('62') }

export type Line = [when: string, move: string, facts?: Omit<JournalEntry, 'at' | 'case' | 'move'>]
export const told = (number: string, ...lines: Line[]): JournalEntry[] =>
  lines.map(([when, move, facts]) => ({ at: at(when), case: number, move, ...facts }))
export const reported = {
  source: 'RESIDENT_WEB',
  category: 'E04-06',
  place: 'p',
  filedIn: 'G1',
  contact: true,
}
const dispatch: Line = [
  '2 12:00',
  'dispatch',
  { leg: 'L1', unit: 'u', tier: 'T2', handleDue: at('5'), wholeDue: at('7'), respondDue: at('3') },
]
export const dispatched: Line[] = [
  ['2 09:00', 'report', reported],
  ['2 10:00', 'accept', { tier: 'T2', wholeDue: at('7') }],
  ['2 11:00', 'triage', { matter: 'SHARED', tier: 'T2' }],
  dispatch,
  ['2 13:00', 'acceptDuty', { leg: 'L1' }],
]
export const closed: Line[] = [
  ...dispatched,
  ['4 12:00', 'handle', { leg: 'L1' }],
  ['4 13:00', 'checkPass', { leg: 'L1' }],
  ['4 14:00', 'close'],
]

export type Asked = { area?: string; period?: typeof march; asOf?: string; three?: boolean }
export const ask = (journal: JournalEntry[], asked: Asked = {}): Figures =>
  figure(
    areas,
    journal.toSorted((a, b) => toMs(a.at) - toMs(b.at)),
    { area: asked.area ?? 'S', period: asked.period ?? march },
    {
      asOf: at(asked.asOf ?? '40'),
      smallCell: 0,
      basicallySatisfiedCounts: asked.three ?? true,
      repeatDays: 90,
    },
  )
export const fraction = (f: { num: number; den: number }): string => `${f.num}/${f.den}`
export const named = { leg: 'L2', unit: 'v' }
