// 一日回放: a day that is over, minute by minute: how many were open and late, in which grid, at which step, and what
// happened. Folded from the journal on this very page; the address keeps the day.
import { useParams, useSearchParams } from 'react-router'
import { isDay, shiftDays } from '#core/cockpit/period.ts'
import { type PlaybackView, readPlayback } from '#core/cockpit/contract-playback.ts'
import { playbackWords as words } from '#core/cockpit/words-playback.ts'
import { cockpitWords } from '#core/cockpit/words.ts'
import { nameOf } from '#web/cases/case-text.ts'
import { useChoices } from '#web/kit/choices.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useKeys } from '#web/kit/keys.ts'
import { useToday, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import { KeyBar } from '#web/kit/ui/KeyBar.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { cockpitRefusals } from '../refusals.ts'
import { OpenList, PlayedLists } from './PlayedLists.tsx'
import { PlayedMap } from './PlayedMap.tsx'
import { Player } from './Player.tsx'
import { type Speed, speeds, usePlaying } from './playing.ts'
import './playback.css'

export function PlaybackPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  const [search] = useSearchParams()
  const today = useToday()
  const given = search.get('day') ?? ''
  const day = isDay(given) && given <= today ? given : shiftDays(today, -1)
  const played = useEndpoint(readPlayback, { area: code, day }, { staleTime: 60_000 })
  const { data, error } = played
  return (
    <div className="playback">
      <DayBar code={code} day={day} today={today} view={data ?? null} />
      {data ? (
        <Played key={`${code} ${day}`} view={data} />
      ) : error instanceof RefusalError && error.refusal === 'not_yours' ? (
        <NoPermission
          title={t(cockpitWords.notYours)}
          because={t(cockpitWords.notYoursBecause)}
          ask={t(cockpitWords.notYoursAsk)}
        />
      ) : error ? (
        <Problem error={error} refusals={cockpitRefusals} onRetry={() => void played.refetch()} />
      ) : (
        <Loading what={t(words.loading)} lines={8} />
      )}
    </div>
  )
}

type BarProps = { code: string; day: string; today: string; view: PlaybackView | null }

function DayBar({ code, day, today, view }: BarProps) {
  const { t, lang } = useWords()
  const [, change] = useChoices()
  const choose = (to: string) =>
    isDay(to) && to <= today && change({ day: to, at: null }, { push: true })
  const steps = view === null ? [] : [...view.path, view.area]
  return (
    <>
      <Breadcrumb
        steps={steps.map((area) => ({
          label: nameOf(area, lang),
          to: paths.desk.cockpit(area.code),
        }))}
        here={t(words.title)}
      />
      <PageHeading
        title={`${view === null ? '' : `${nameOf(view.area, lang)} · `}${t(words.title)}`}
        sub={t(words.basis)}
      >
        <div className="playback-day k-screen-only">
          <Button icon="left" onClick={() => choose(shiftDays(day, -1))}>
            {t(words.dayBefore)}
          </Button>
          <input
            type="date"
            className="k-input"
            aria-label={t(words.day)}
            value={day}
            max={today}
            onChange={(event) => choose(event.target.value)}
          />
          {day < today && (
            <Button icon="right" onClick={() => choose(shiftDays(day, 1))}>
              {t(words.dayAfter)}
            </Button>
          )}
          <ButtonLink to={paths.desk.cockpit(code)}>{t(words.back)}</ButtonLink>
        </div>
      </PageHeading>
    </>
  )
}

const nextSpeed = (speed: Speed): Speed => speeds[(speeds.indexOf(speed) + 1) % speeds.length]!

function Played({ view }: { view: PlaybackView }) {
  const { t } = useWords()
  const [search, change] = useChoices()
  const playing = usePlaying(view)
  const chosen = search.get('at')
  const choose = (code: string | null) => change({ at: code === chosen ? null : code })
  useKeys({
    p: playing.toggle,
    j: () => playing.step(1),
    k: () => playing.step(-1),
    ArrowRight: () => playing.minutes(10),
    ArrowLeft: () => playing.minutes(-10),
    Home: () => playing.goTo(playing.from),
    End: () => playing.goTo(playing.until),
    s: () => playing.setSpeed(nextSpeed(playing.speed)),
  })
  return (
    <>
      <Player view={view} playing={playing} />
      <div className="playback-body k-columns">
        <PlayedMap view={view} stand={playing.stand} chosen={chosen} onChoose={choose} />
        <PlayedLists view={view} stand={playing.stand} chosen={chosen} onChoose={choose} />
      </div>
      <OpenList view={view} stand={playing.stand} chosen={chosen} onChoose={choose} />
      <KeyBar
        hints={[
          { keys: ['P'], label: t(words.keyPlay) },
          { keys: ['J', 'K'], label: t(words.keyStep) },
          { keys: ['←', '→'], label: t(words.keyTen) },
          { keys: ['Home', 'End'], label: t(words.keyEnds) },
          { keys: ['S'], label: t(words.keySpeed) },
        ]}
      />
    </>
  )
}
