// 每日简报 on the desk: a day of the area as it will stand on paper; the day is chosen, everything else is read.
import { useParams, useSearchParams } from 'react-router'
import { type BriefTable, briefOf } from '#core/cockpit/brief.ts'
import { type BriefFacts, readBrief } from '#core/cockpit/contract-brief.ts'
import { isDay, shiftDays } from '#core/cockpit/period.ts'
import { briefWords as words } from '#core/cockpit/words-brief.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { useChoices } from '#web/kit/choices.ts'
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
import '#web/kit/ui/print-sheet.css'
import './brief.css'

export function BriefPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const [search] = useSearchParams()
  const today = useToday()
  const given = search.get('day')
  const day = given === null || given === '' ? shiftDays(today, -1) : given
  const wrong = !isDay(day) || day > today
  const facts = useEndpoint(readBrief, { area: code, day }, { enabled: !wrong })
  const { error } = facts
  if (wrong) return <NoSuchDay code={code} day={day} />
  if (error instanceof RefusalError && error.refusal === 'not_yours')
    return (
      <NoPermission
        title={t(cockpitWords.notYours)}
        because={t(cockpitWords.notYoursBecause)}
        ask={t(cockpitWords.notYoursAsk)}
      />
    )
  if (error && !facts.data)
    return <Problem error={error} refusals={cockpitRefusals} onRetry={() => void facts.refetch()} />
  if (!facts.data) return <Loading what={t(cockpitWords.loading)} lines={8} />
  return <Paper facts={facts.data} />
}

/** What the address asks for is no day, or not yet: it is said, with two ways on. */
function NoSuchDay({ code, day }: { code: string; day: string }) {
  const { t } = useWords()
  const yesterday = shiftDays(useToday(), -1)
  return (
    <div className="print-page">
      <Tools code={code} day={yesterday} papers={false} />
      <div className="print-sheet brief-no-day">
        <h1 className="k-title">{t(words.badDay)}</h1>
        <p role="status">{t(words.badDayThen, { day: day.slice(0, 20) })}</p>
        <ButtonLink to={paths.desk.brief(code, yesterday)}>{t(words.yesterday)}</ButtonLink>
      </div>
    </div>
  )
}

function Paper({ facts }: { facts: BriefFacts }) {
  const { t, lang } = useWords()
  const { zone } = useSettings()
  const brief = briefOf(facts, { lang, timeZone: zone })
  return (
    <div className="print-page">
      <Tools code={facts.view.area.code} day={brief.day} />
      <article className="print-sheet brief-sheet">
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

function Tools({ code, day, papers = true }: { code: string; day: string; papers?: boolean }) {
  const { t, lang } = useWords()
  const today = useToday()
  const [, choose] = useChoices()
  return (
    <div className="print-tools k-screen-only">
      <ButtonLink to={paths.desk.cockpit(code)}>{t(words.back)}</ButtonLink>
      <label>
        {t(words.day)}{' '}
        <input
          type="date"
          className="k-input"
          value={day}
          max={today}
          onChange={(event) =>
            isDay(event.target.value) && choose({ day: event.target.value }, { push: true })
          }
        />
      </label>
      {papers && (
        <>
          <a className="k-link" href={files.brief(code, { day, lang })} download>
            <Icon name="download" size={15} /> {t(words.asPdf)}
          </a>
          <a className="k-link" href={files.briefWord(code, { day, lang })} download>
            <Icon name="download" size={15} /> {t(words.asWord)}
          </a>
          <Button look="pri" icon="printer" onClick={() => window.print()}>
            {t(words.print)}
          </Button>
        </>
      )}
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
