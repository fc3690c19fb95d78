// One entry of the register: what it is, what it offers, where, what was asked for it, and every change it has seen.
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import {
  endResource,
  getResource,
  listResources,
  type ResourceView,
} from '#core/resources/contract.ts'
import { requestStateWords, resourceRefusals } from '#core/resources/words-requests.ts'
import type { RequestState } from '#core/resources/request.ts'
import { actWords, fieldWords, standingWords } from '#core/resources/words.ts'
import { useTimes, useWords, useToday } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, ButtonLink, Buttons } from '#web/kit/ui/Button.tsx'
import { Dialog } from '#web/kit/ui/Dialog.tsx'
import { TextArea, TextField } from '#web/kit/ui/Field.tsx'
import { PageHeading, SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem, wordsOfError } from '#web/kit/ui/States.tsx'
import { KindMark } from './KindMark.tsx'
import { ResourceMap } from './ResourceMap.tsx'
import { requestPageWords, resourcePageWords as words } from './words-desk.ts'
import './resources.css'

export function ResourcePage() {
  const { id = '' } = useParams()
  const found = useEndpoint(getResource, { id })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={resourceRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  return found.data ? <Whole resource={found.data} /> : <Loading lines={8} />
}

function Whole({ resource }: { resource: ResourceView }) {
  const { t, lang } = useWords()
  const navigate = useNavigate()
  const [ending, setEnding] = useState(false)
  const { owner, kind, lon, lat } = resource
  const name = lang === 'en' ? (resource.nameEn ?? resource.name) : resource.name
  const sub = [
    t(kind.words),
    t(words.keptBy, { area: t(owner.name) }),
    t(standingWords[resource.standing]),
    t(resource.isPublic ? words.shownPublic : words.notPublic),
  ]
  return (
    <section className="res-page">
      <Breadcrumb
        steps={[{ label: t(owner.name), to: paths.desk.resources(owner.code) }]}
        here={name}
      />
      <PageHeading
        title={
          <span className="res-name">
            <KindMark kind={kind} size={30} />
            {name}
          </span>
        }
        sub={sub.join(' · ')}
      >
        {resource.mayKeep && resource.endedOn === null && (
          <Buttons>
            <ButtonLink to={paths.desk.changeResource(resource.id)} icon="pencil">
              {t(words.change)}
            </ButtonLink>
            <Button look="grave" onClick={() => setEnding(true)}>
              {t(words.end)}
            </Button>
          </Buttons>
        )}
      </PageHeading>
      <div className="res-two">
        <div className="k-stack">
          <Offers resource={resource} />
          <Facts resource={resource} />
        </div>
        <div className="k-stack">
          {lon !== null && lat !== null && (
            <section>
              <SectionHeading>{t(words.where)}</SectionHeading>
              <ResourceMap
                code={owner.code}
                label={name}
                items={[{ ...resource, name, lon, lat }]}
                chosen={resource.id}
                onChoose={() => undefined}
              />
            </section>
          )}
          <Requests resource={resource} />
          <History resource={resource} />
        </div>
      </div>
      <Ending
        resource={resource}
        name={name}
        open={ending}
        close={() => setEnding(false)}
        done={() => void navigate(paths.desk.resources(owner.code))}
      />
    </section>
  )
}

function Offers({ resource }: { resource: ResourceView }) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading>{t(words.offers)}</SectionHeading>
      {resource.offers.length === 0 ? (
        <p className="k-sub">{t(words.noOffers)}</p>
      ) : (
        <ul className="res-lines">
          {resource.offers.map((offer) => (
            <li key={offer.what}>
              <b>{offer.what}</b>{' '}
              {offer.often !== null && <span className="k-sub">{offer.often}</span>}
              {offer.conditions !== null && <p className="k-note">{offer.conditions}</p>}
            </li>
          ))}
        </ul>
      )}
      {resource.conditions !== null && <p className="k-compact">{resource.conditions}</p>}
    </section>
  )
}

function Facts({ resource }: { resource: ResourceView }) {
  const { t } = useWords()
  const times = useTimes()
  const day = (text: string | null) =>
    text === null ? t(words.noEnd) : times.day(`${text}T04:00:00Z`)
  const facts: [string, string | null][] = [
    [
      t(words.capacity),
      resource.capacity === null
        ? null
        : `${count(resource.capacity)} ${resource.capacityUnit ?? ''}`,
    ],
    [t(words.hours), resource.hours === null ? null : t(resource.hours)],
    [t(fieldWords['address']!), resource.address],
    [t(fieldWords['counter']!), resource.counter],
    [t(fieldWords['phone']!), resource.phone],
    [t(fieldWords['validFrom']!), day(resource.validFrom)],
    [t(fieldWords['validUntil']!), day(resource.validUntil)],
    [t(fieldWords['endedOn']!), resource.endedOn === null ? null : day(resource.endedOn)],
    [
      t(words.external),
      resource.external === null ? null : `${resource.external.system} · ${resource.external.id}`,
    ],
  ]
  return (
    <section>
      <SectionHeading>{t(words.facts)}</SectionHeading>
      <dl className="res-facts">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  )
}

function Requests({ resource }: { resource: ResourceView }) {
  const { t } = useWords()
  return (
    <section>
      <SectionHeading>{t(words.asked)}</SectionHeading>
      {resource.requests.length === 0 ? (
        <p className="k-sub">{t(words.noneAsked)}</p>
      ) : (
        <ul className="res-lines">
          {resource.requests.map((one) => (
            <li key={one.id}>
              <Link className="k-link" to={paths.desk.resourceRequest(one.id)}>
                {one.what}
              </Link>{' '}
              <span className="k-note">
                {t(one.asker.name)} · {t(requestStateWords[one.state as RequestState])} ·{' '}
                {t(requestPageWords.times, { n: one.uses, people: count(one.personTimes) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function History({ resource }: { resource: ResourceView }) {
  const { t } = useWords()
  const times = useTimes()
  const said = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t(words.emptyValue)
    return typeof value === 'string' ? value : JSON.stringify(value)
  }
  return (
    <section>
      <SectionHeading end={t(words.historyNote)}>{t(words.history)}</SectionHeading>
      <ol className="res-lines">
        {resource.history.map((line) => (
          <li key={line.version}>
            <span className="k-note">
              {times.dayTime(line.at)} ·{' '}
              {line.by ?? t(line.role === null ? words.byCommand : words.someone)}
            </span>
            <p>
              <b>{t(actWords[line.act])}</b>
              {line.reason !== null && ` · ${line.reason}`}
            </p>
            {line.changed.map((each) => (
              <p key={each.field} className="k-compact">
                {t(fieldWords[each.field] ?? { zh: each.field, en: each.field })}：{said(each.from)}{' '}
                → {said(each.to)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

type EndingProps = {
  resource: ResourceView
  name: string
  open: boolean
  close: () => void
  done: () => void
}

function Ending({ resource, name, open, close, done }: EndingProps) {
  const { t } = useWords()
  const today = useToday()
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const end = useCommand(endResource, { refresh: [getResource, listResources], onDone: done })
  return (
    <Dialog
      open={open}
      title={t(words.endTitle, { name })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t(words.cancel)}</Button>
          <Button
            look="grave"
            busy={end.isPending}
            onClick={() => end.mutate({ id: resource.id, day, reason: reason.trim() })}
          >
            {t(words.end)}
          </Button>
        </>
      }
    >
      <p>{t(words.endBody)}</p>
      <TextField
        label={t(words.endDay)}
        type="date"
        min={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <TextArea
        label={t(words.reason)}
        hint={t(words.reasonHint)}
        need="required"
        value={reason}
        error={end.error ? t(wordsOfError(end.error, resourceRefusals)) : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
