// A report that only this phone has: what handing in asks of a case, put together from the words kept and the rules of
// its kind.
import type { InputOf } from '#core/kit/contract.ts'
import type { reportCase } from '#core/cases/contract-report.ts'
import { listCategories } from '#core/places/contract.ts'
import { caseMark } from '#web/kit/placeholders.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useMyArea } from './my-grid.ts'
import { useKept } from './kept.ts'
import type { Subject } from './use-hand-in.ts'

export type Written = Partial<InputOf<typeof reportCase>>

export const writtenIn = ({ request }: { request: { body: string | null } }): Written =>
  JSON.parse(request.body ?? '{}') as Written

/** Null once it has been sent: it has a number then, and is a case like any other. */
export function useUnsent(mark: string): Subject | 'unknown' | null {
  const area = useMyArea()
  const kept = useKept().data
  const kinds = useEndpoint(listCategories, area === null ? {} : { area: area.code }).data?.items
  if (kept === undefined || kinds === undefined) return 'unknown'
  const report = kept.find(({ commandId }) => caseMark(commandId) === mark)
  if (report === undefined) return null
  const { text = '', category, photos = [], point = null } = writtenIn(report)
  const kind = kinds.find(({ code }) => code === category)
  if (kind === undefined) return null
  return {
    number: mark,
    text,
    category: { code: kind.code, zh: kind.zh, en: kind.en },
    evidence: kind.evidence,
    closing: kind.closing,
    photos,
    point,
    reporter: { voices: 0 },
  }
}
