// 处置工单 as it will lie on the table: the sheet on the screen is the sheet from the printer. Reading it signs for nothing.
import { useParams } from 'react-router'
import { type CaseView, getCase } from '#core/cases/contract.ts'
import { paperTime, workOrderOf } from '#core/cases/work-order.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { workOrderWords as words } from '#core/cases/words-work-order.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { air } from '#web/kit/spacing.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { QrCode } from '#web/kit/ui/QrCode.tsx'
import { Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { photoOf } from './case-photos.ts'
import { PlaceMap } from './PlaceMap.tsx'
import { casePageWords } from './words-case.ts'
import '#web/kit/ui/print-sheet.css'
import './work-order.css'

export function WorkOrderPage() {
  const { number = '' } = useParams()
  const { t } = useWords()
  const query = useEndpoint(getCase, { number })
  const { error } = query
  if (error instanceof RefusalError && error.refusal === 'no_such_case')
    return (
      <NoPermission
        title={t(casePageWords.notHere)}
        because={t(casePageWords.notHereWhy)}
        ask={t(casePageWords.notHereAsk)}
      />
    )
  if (error && !query.data)
    return <Problem error={error} refusals={refusalWords} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading what={t(casePageWords.fetching)} lines={8} />
  return <Paper view={query.data} />
}

function Paper({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const { zone } = useSettings()
  const reading = { lang, timeZone: zone }
  const order = workOrderOf(view, reading)
  const [what, ...lines] = order.lines
  useKeys({ p: () => window.print() })
  return (
    <div className="print-page">
      <Tools view={view} />
      <article className="print-sheet order-sheet">
        <header>
          <p className="order-kind k-serif">{t(words.title)}</p>
          <p className="order-number">{order.number}</p>
        </header>
        <div className="order-head">
          <div>
            <h1>{air(what?.text ?? '')}</h1>
            {order.urgent && <p className="order-urgent">{t(words.urgent)}</p>}
          </div>
          <figure className="order-code">
            <QrCode
              text={new URL(paths.field.task(view.number), window.location.origin).href}
              label={t(words.code)}
            />
            <figcaption>{t(words.code)}</figcaption>
          </figure>
        </div>
        <dl className="order-facts">
          {lines.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{air(text)}</dd>
            </div>
          ))}
        </dl>
        <div className="order-middle">
          <section>
            <h2>{t(words.said)}</h2>
            <p className="order-said">
              {order.said === null ? t(words.saidNothing) : air(order.said)}
            </p>
            <Photos view={view} hashes={order.photos} />
          </section>
          <PlaceMap place={view.place} point={view.point} ratio={0.62} />
        </div>
        <PenLines />
        <footer>{t(words.foot, { time: paperTime(now(), reading) })}</footer>
      </article>
    </div>
  )
}

function Tools({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  return (
    <div className="print-tools k-screen-only">
      <ButtonLink to={paths.desk.case(view.number)}>{t(words.back)}</ButtonLink>
      <a className="k-link" href={files.workOrder(view.number, lang)} download>
        <Icon name="download" size={15} /> {t(words.asPdf)}
      </a>
      <Button look="pri" icon="printer" hotkey="P" onClick={() => window.print()}>
        {t(words.print)}
      </Button>
    </div>
  )
}

function Photos({ view, hashes }: { view: CaseView; hashes: readonly string[] }) {
  const { t } = useWords()
  if (hashes.length === 0) return null
  return (
    <div className="order-photos">
      {hashes.map((hash, i) => (
        <img
          key={hash}
          src={photoOf(hash, view.number, 'thumb')}
          alt={t(words.photo, { n: i + 1 })}
        />
      ))}
    </div>
  )
}

function PenLines() {
  const { t } = useWords()
  const signed = [words.handledBy, words.doneAt, words.checkedBy, words.checkedAt]
  return (
    <section className="order-pen">
      <h2>{t(words.result)}</h2>
      <div className="order-blank" />
      <div className="order-blank" />
      <div className="order-blank" />
      <ul>
        {signed.map((each) => (
          <li key={each.zh}>{t(each)}</li>
        ))}
      </ul>
    </section>
  )
}
