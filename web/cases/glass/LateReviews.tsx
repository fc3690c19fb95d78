// Over every page of the desk, for heads and auditors alone: reviews of emergency accesses that are late. Nothing, where
// there are none.
import { Link } from 'react-router'
import { listGlasses } from '#core/cases/contract-glass.ts'
import type { MeView } from '#core/people/contract.ts'
import { roles } from '#core/people/roles.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { glassWords as words } from './words-glass.ts'

const fiveMinutes = 300_000

const concerns = (me: MeView): boolean =>
  me.grants.some(
    ({ role }) => roles[role].marks.includes('HD') || roles[role].rights.includes('readLooks'),
  )

export function LateReviews({ me }: { me: MeView }) {
  const { t } = useWords()
  const asked = { toReview: true, late: true }
  const found = useEndpoint(listGlasses, asked, {
    enabled: concerns(me),
    staleTime: fiveMinutes,
    refetchInterval: fiveMinutes,
  })
  const n = found.data?.items.length ?? 0
  if (n === 0) return null
  return (
    <p className="d-late-reviews k-screen-only" role="status">
      {t(n === 1 ? words.oneLate : words.manyLate, { n })}{' '}
      <Link className="k-link" to={`${paths.desk.glasses()}?review=1`}>
        {t(words.seeLate)}
      </Link>
    </p>
  )
}
