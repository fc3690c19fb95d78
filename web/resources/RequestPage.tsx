// One request from the first word to what it brought: what can be done now, every step, every use.
import { Link, useParams } from 'react-router'
import { getRequest, type RequestView } from '#core/resources/contract-requests.ts'
import {
  requestMoveWords,
  requestStateWords,
  resourceRefusals,
} from '#core/resources/words-requests.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { RequestMoves } from './RequestMoves.tsx'
import { Uses } from './RequestUses.tsx'
import { requestPageWords as words, resourcePageWords } from './words-desk.ts'
import './resources.css'

export function RequestPage() {
  const { id = '' } = useParams()
  const found = useEndpoint(getRequest, { id })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={resourceRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  return found.data ? <Whole request={found.data} /> : <Loading lines={8} />
}

function Whole({ request }: { request: RequestView }) {
  const { t } = useWords()
  const times = useTimes()
  const day = (text: string) => times.day(`${text}T04:00:00Z`)
  const { asker, to, refusedBy } = request
  const said = t(words.answerBySub, {
    asker: t(asker.name),
    to: t(to.name),
    day: day(request.answerBy),
  })
  return (
    <section className="res-page">
      <Breadcrumb
        steps={[
          { label: t(asker.name), to: paths.desk.resources(asker.code) },
          { label: t(words.out), to: paths.desk.resourceRequests(asker.code, 'out') },
        ]}
        here={request.what}
      />
      <PageHeading title={request.what} sub={said}>
        <b className={request.daysLate > 0 ? 'k-zhu' : ''}>
          {t(requestStateWords[request.state])}
          {request.daysLate > 0 && ` · ${t(words.lateBy, { n: request.daysLate })}`}
        </b>
      </PageHeading>
      <div className="res-two">
        <div className="k-stack">
          <Facts request={request} />
          <Uses request={request} />
          <Story request={request} />
        </div>
        <section>
          <SectionHeading>{t(words.canDo)}</SectionHeading>
          {refusedBy !== null && (
            <p className="k-note">{t(words.refusedBefore, { area: t(refusedBy.name) })}</p>
          )}
          <RequestMoves key={request.version} request={request} />
        </section>
      </div>
    </section>
  )
}

function Facts({ request }: { request: RequestView }) {
  const { t } = useWords()
  const times = useTimes()
  const day = (text: string | null) => (text === null ? null : times.day(`${text}T04:00:00Z`))
  const rows: [string, React.ReactNode][] = [
    [t(words.askFor), request.forWhom],
    [t(words.askWhy), request.why],
    [t(words.wantedFrom), day(request.wantedFrom)],
    [t(words.wantedUntil), day(request.wantedUntil)],
    [t(words.answerReason), request.answer],
    [t(words.alternative), request.alternative],
    [
      t(words.resource),
      request.resource === null ? null : (
        <Link className="k-link" to={paths.desk.resource(request.resource.id)}>
          {request.resource.name}
        </Link>
      ),
    ],
    [t(words.terms), request.terms],
    [t(words.termsUntil), day(request.termsUntil)],
    [t(words.brought), request.brought],
  ]
  return (
    <dl className="res-facts">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const told = ['reason', 'alternative', 'terms', 'whatFor', 'brought'] as const

function Story({ request }: { request: RequestView }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <section>
      <SectionHeading end={t(resourcePageWords.historyNote)}>{t(words.story)}</SectionHeading>
      <ol className="res-lines">
        {request.moves.map((line) => (
          <li key={line.version}>
            <span className="k-note">
              {times.dayTime(line.at)} · {line.by ?? t(resourcePageWords.someone)}
            </span>
            <p>
              <b>{t(requestMoveWords[line.move])}</b> · {t(requestStateWords[line.toState])}
            </p>
            {told.map((key) => {
              const text = line.facts[key]
              return typeof text === 'string' && text !== '' ? (
                <p key={key} className="k-compact">
                  {text}
                </p>
              ) : null
            })}
          </li>
        ))}
      </ol>
    </section>
  )
}
