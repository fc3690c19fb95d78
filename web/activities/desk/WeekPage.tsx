// The centre's week at a desk: rooms by floor, seven days beside one another, what is free, what was called off; a day
// and a month of the same. Nothing here is not on the wall of the centre, too.
import { type ProgrammeView, readProgramme } from '#core/activities/contract-programme.ts'
import { localDate } from '#core/kit/time.ts'
import { type Changes, useChoices } from '#web/kit/choices.ts'
import { useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { openRefusals } from '../open/words-open.ts'
import { CentreNav, useCentreArea } from './CentreFrame.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import { WeekGrid } from './WeekGrid.tsx'
import { type SetShown, type Shown, shownOf } from './shown.ts'
import { WeekHead } from './WeekHead.tsx'
import { deskWeekWords as words } from './words-week.ts'
import './week-page.css'

export function WeekPage() {
  const code = useCentreArea()
  const { zone } = useSettings()
  const today = localDate(useNow(), zone)
  const [query, choose] = useChoices()
  const shown = shownOf(query, today)
  const set = (changes: Changes) => choose(changes, { push: true })
  const asked = {
    code: code ?? '',
    from: shown.from,
    days: shown.days,
    ...(shown.centre === null ? {} : { centre: shown.centre }),
  }
  const answer = useEndpoint(readProgramme, asked, { enabled: code !== null, keepPrevious: true })
  if (answer.data !== undefined) return <Programme view={answer.data} shown={shown} set={set} />
  return answer.error ? (
    <Problem error={answer.error} refusals={openRefusals} onRetry={() => void answer.refetch()} />
  ) : (
    <Loading lines={8} />
  )
}

type Props = { view: ProgrammeView; shown: Shown; set: SetShown }

function Programme({ view, shown, set }: Props) {
  const { t } = useWords()
  const bare = view.rooms.length === 0 && view.sessions.length === 0
  return (
    <div className="cweek">
      <WeekHead view={view} shown={shown} set={set} />
      <CentreNav code={view.community.code} />
      {view.cut && <Notice tone="zhe" title={t(words.cut)} />}
      {view.centre === null ? (
        <Empty
          title={t(words.noCentre)}
          then={t(words.noCentreThen)}
          note={t(words.notCommunity)}
        />
      ) : bare ? (
        <Empty title={t(words.nothing)} then={t(words.nothingThen)} />
      ) : shown.span === 'month' ? (
        <MonthGrid
          view={view}
          month={shown.month}
          onDay={(day) => set({ span: 'day', from: day })}
        />
      ) : (
        <WeekGrid view={view} />
      )}
      <Key view={view} />
    </div>
  )
}

function Key({ view }: { view: ProgrammeView }) {
  const { t } = useWords()
  return (
    <footer className="cweek-key k-note">
      <span className="is-theme">{t(words.keyTheme)}</span>
      <span className="is-idle">{t(words.keyIdle)}</span>
      <span className="is-off">{t(words.keyOff)}</span>
      <span className="cweek-key-end">{t(words.foot, { phone: view.centre?.phone ?? '–' })}</span>
    </footer>
  )
}
