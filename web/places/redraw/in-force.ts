// The choices on the page of putting in force: the day, who takes over from a grid that ends, where its staff go.
import { useState } from 'react'
import type { InForceView, Proposal } from '#core/places/contract-in-force.ts'

export type Choosing = {
  day: string
  setDay: (day: string) => void
  heirOf: (code: string) => string
  setHeir: (code: string, key: string) => void
  staffTo: (row: Proposal['staff'][number]) => string
  sendStaff: (grant: number, key: string) => void
  /** As the command names them: staff only where they do not simply follow. */
  chosen: {
    heirs: { grid: string; to: string }[]
    staff: { grant: number; to: string }[]
  }
}

export function useChoosing(view: InForceView, draft: Proposal): Choosing {
  const [day, setDay] = useState(draft.day < view.earliest ? view.earliest : draft.day)
  const [heirs, setHeirs] = useState<Record<string, string>>({})
  const [staff, setStaff] = useState<Record<number, string>>({})
  const heirOf = (code: string) =>
    heirs[code] ?? draft.ended.find((grid) => grid.code === code)?.heir ?? ''
  const staffTo = ({ grant, from, to }: Proposal['staff'][number]) => {
    const stored = draft.ended.find((grid) => grid.code === from)?.heir
    return staff[grant] ?? (to === stored ? heirOf(from) : to)
  }
  return {
    day,
    setDay,
    heirOf,
    setHeir: (code, key) => setHeirs({ ...heirs, [code]: key }),
    staffTo,
    sendStaff: (grant, key) => setStaff({ ...staff, [grant]: key }),
    chosen: {
      heirs: draft.ended.map(({ code }) => ({ grid: code, to: heirOf(code) })),
      staff: draft.staff
        .filter((row) => staffTo(row) !== heirOf(row.from))
        .map((row) => ({ grant: row.grant, to: staffTo(row) })),
    },
  }
}
