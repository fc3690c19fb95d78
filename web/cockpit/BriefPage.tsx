// 每日简报 on the desk: a day of the area as it will stand on paper; the day is chosen, everything else is read.
import { useParams, useSearchParams } from 'react-router'
import { type BriefTable, briefOf, briefRowsMax } from '#core/cockpit/brief.ts'
import { type BehindRow, type CockpitView, getCockpit, listBehind } from '#core/cockpit/contract.ts'
import { isDay, shiftDays } from '#core/cockpit/period.ts'
import { briefWords as words } from '#core/cockpit/words-brief.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useToday, useWords } from '#web/kit/language.ts'
import { files, paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { air } from '#web/kit/spacing.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { Icon } from '#web/kit/ui/Icon.tsx'
import { Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { cockpitRefusals } from './refusals.ts'
import './brief.css'

export function BriefPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const [search] = useSearchParams()
  const yesterday = shiftDays(useToday(), -1)
  const given = search.get('day') ?? ''
  const day = isDay(given) ? given : yesterday
  const of = { area: code, period: day }
  const cockpit = useEndpoint(getCockpit, of)
  const overdue = useEndpoint(listBehind, { ...of, tile: '6', limit: briefRowsMax + 1 })
  const open = useEndpoint(listBehind, { ...of, tile: 'open', limit: briefRowsMax + 1 })
  const error = cockpit.error ?? overdue.error ?? open.error
  if (error instanceof RefusalError && error.refusal === 'not_yours')
    return (
      <NoPermission
        title={t(cockpitWords.notYours)}
        because={t(cockpitWords.notYoursBecause)}
        ask={t(cockpitWords.notYoursAsk)}
      />
    )
  if (error)
    return (
      <Problem error={error} refusals={cockpitRefusals} onRetry={() => void cockpit.refetch()} />
    )
  if (!cockpit.data || !overdue.data || !open.data)
    return <Loading what={t(cockpitWords.loading)} lines={8} />
  const lists = { overdue: overdue.data.items, open: open.data.items }
  return <Paper view={cockpit.data} lists={lists} />
}

type PaperProps = { view: CockpitView; lists: { overdue: BehindRow[]; open: BehindRow[] } }

function Paper({ view, lists }: PaperProps) {
  const { t, lang } = useWords()
  const { zone } = useSettings()
  const brief = briefOf(view, lists, { lang, timeZone: zone })
  return (
    <div className="brief-page">
      <Tools code={view.area.code} day={brief.day} />
      <article className="brief-sheet">
        <header>
          <h1 className="k-title">{air(`${brief.area} · ${brief.title}`)}</h1>
          <p>{brief.day}</p>
        </header>
        <section>
          <h2>{t(words.thatDay)}</h2>
          {brief.thatDay.map((sentence) => (
            <p key={sentence} className="brief-say k-serif">
              {air(sentence)}
            </p>
          ))}
        </section>
        <section>
          <h2>{air(brief.rightNowTitle)}</h2>
          <p className="brief-say k-serif">{air(brief.rightNow)}</p>
        </section>
        {brief.tables.map((table) => (
          <Rows key={table.title} table={table} />
        ))}
        <footer>{t(words.foot)}</footer>
      </article>
    </div>
  )
}

function Tools({ code, day }: { code: string; day: string }) {
  const { t, lang } = useWords()
  const today = useToday()
  const [, setSearch] = useSearchParams()
  return (
    <div className="brief-tools k-screen-only">
      <ButtonLink to={paths.desk.cockpit(code)}>{t(words.back)}</ButtonLink>
      <label>
        {t(words.day)}{' '}
        <input
          type="date"
          className="k-input"
          value={day}
          max={today}
          onChange={(event) => isDay(event.target.value) && setSearch({ day: event.target.value })}
        />
      </label>
      <a className="k-link" href={files.brief(code, { day, lang })} download>
        <Icon name="download" size={15} /> {t(words.asPdf)}
      </a>
      <Button look="pri" icon="printer" onClick={() => window.print()}>
        {t(words.print)}
      </Button>
    </div>
  )
}

function Rows({ table }: { table: BriefTable }) {
  const { t } = useWords()
  return (
    <section>
      <h2>{table.title}</h2>
      {table.rows.length === 0 ? (
        <p>{t(words.none)}</p>
      ) : (
        <div className="brief-scroll" role="region" aria-label={table.title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {table.head.map((each) => (
                  <th key={each} scope="col">
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((cells) => (
                <tr key={cells.join(' ')}>
                  {cells.map((each, i) => (
                    <td key={table.head[i]}>{air(each)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {table.note !== null && <p className="k-note">{table.note}</p>}
    </section>
  )
}
