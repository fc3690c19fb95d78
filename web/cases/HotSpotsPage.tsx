// Where the same comes back: the same kind of thing at the same place, three times within ninety days. By place only;
// nobody who reported or handled it is counted.
import { Link, useParams } from 'react-router'
import { listHotSpots } from '#core/cases/contract-checks.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { air } from '#web/kit/spacing.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { wholePlace } from './case-text.ts'
import { hotSpotWords as words } from './words-hot-spots.ts'
import './inbox-page.css'

type Spot = OutputOf<typeof listHotSpots>['items'][number]

export function HotSpotsPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const query = useEndpoint(listHotSpots, { area: code })
  const { data } = query
  return (
    <section className="case-inbox">
      <PageHeading title={t(words.title)} sub={t(words.lead, { days: data?.days ?? 90 })}>
        <ButtonLink to={paths.desk.cockpit(code)}>{t(words.toCockpit)}</ButtonLink>
      </PageHeading>
      {query.error && !data && (
        <Problem error={query.error} refusals={refusalWords} onRetry={() => void query.refetch()} />
      )}
      {!data && !query.error && <Loading lines={6} />}
      {data?.items.length === 0 && <Empty title={t(words.none)} then={t(words.noneThen)} />}
      {data !== undefined && data.items.length > 0 && (
        <ol>
          {data.items.map((spot) => (
            <Row key={spot.numbers[0]} spot={spot} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Row({ spot }: { spot: Spot }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const place = wholePlace(spot.place, lang)
  return (
    <li>
      <span className="k-note">{t(words.times, { n: count(spot.count) })}</span>
      <div>
        <b>{spot.category[lang]}</b>
        <small className="k-sub">
          {spot.address === null ? place : `${place} · ${air(spot.address)}`}
        </small>
        <small className="k-note">
          {t(words.between, { from: times.day(spot.firstAt), to: times.day(spot.lastAt) })}
          {spot.open > 0 && ` · ${t(words.open, { n: count(spot.open) })}`}
        </small>
        <small className="case-spot-numbers">
          {spot.numbers.slice(0, 8).map((number) => (
            <Link key={number} className="k-link" to={paths.desk.case(number)}>
              {number}
            </Link>
          ))}
        </small>
      </div>
    </li>
  )
}
