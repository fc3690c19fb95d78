// The four pages of an area's resources, in one line under the title.
import type { OutputOf } from '#core/kit/contract.ts'
import { countResources } from '#core/resources/contract.ts'
import { NavLink } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { resourcePageWords as words } from './words-desk.ts'

export function useCounts(code: string | null) {
  return useEndpoint(
    countResources,
    { area: code ?? '' },
    { enabled: code !== null, keepPrevious: true },
  )
}

export type Counts = OutputOf<typeof countResources>

export function Tabs({ code }: { code: string }) {
  const { t } = useWords()
  const counts = useCounts(code).data
  const tabs = [
    { to: paths.desk.resources(code), label: t(words.register) },
    {
      to: paths.desk.resourceRequests(code, 'in'),
      label: t(words.requestsIn, { n: counts?.requestsIn ?? 0 }),
    },
    {
      to: paths.desk.resourceRequests(code, 'out'),
      label: t(words.requestsOut, { n: counts?.requestsOut ?? 0 }),
    },
    { to: paths.desk.resourceLedger(code), label: t(words.ledger) },
  ]
  return (
    <nav className="res-tabs k-screen-only" aria-label={t(words.register)}>
      {tabs.map(({ to, label }) => (
        <NavLink key={to} className="k-link" to={to} end>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
