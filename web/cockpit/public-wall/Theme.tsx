// A community's theme with where its goals stand, or what is being discussed; what lies near by kind; and for a street or a
// district the themes of its communities, in the order of their codes.
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import { listNearby } from '#core/resources/contract.ts'
import { readCommunityTheme } from '#core/themes/contract-decision.ts'
import { type GoalView, listThemePractices, readTheme } from '#core/themes/contract-programme.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { shortName } from '../map-shapes.ts'
import { useWallTimes } from './wall-times.ts'

const calm = { refetchInterval: 600_000, staleTime: 600_000 }
type Found = OutputOf<typeof readCommunityTheme>

export function ThemeHere({ view }: { view: WallView }) {
  const { t } = useWords()
  const found = useEndpoint(readCommunityTheme, { code: view.area.code }, calm).data
  const { theme, open } = found ?? {}
  const end = theme ? t(theme.name) : undefined
  return (
    <section className="owall-theme">
      <SectionHeading end={end && <b className="k-accent">{end}</b>}>
        {t(words.theme)}
      </SectionHeading>
      {theme ? (
        <Goals id={theme.id} zone={view.timeZone} />
      ) : open ? (
        <Talking open={open} />
      ) : (
        found && (
          <p className="owall-none">
            {t(words.themeNone)} <small>{t(words.themeNoneThen)}</small>
          </p>
        )
      )}
    </section>
  )
}

function Goals({ id, zone }: { id: string; zone: string }) {
  const { t } = useWords()
  const theme = useEndpoint(readTheme, { id }, calm).data
  if (theme === undefined) return null
  if (theme.goals.length === 0)
    return <p className="owall-none">{theme.promise ?? t(words.goalsNone)}</p>
  return (
    <ol className="is-goals">
      {theme.goals.slice(0, 3).map((goal) => (
        <Goal key={goal.id} goal={goal} zone={zone} />
      ))}
    </ol>
  )
}

const tenths = (value: number): string => count(Math.round(value * 10) / 10)

function Goal({ goal, zone }: { goal: GoalView; zone: string }) {
  const { t } = useWords()
  const times = useWallTimes(zone)
  const aim = `${tenths(goal.target)} ${goal.unit}`
  return (
    <li>
      <b>{goal.text}</b>
      <span>
        {goal.now?.value != null && `${t(words.goalNow, { now: tenths(goal.now.value) })} · `}
        {t(words.goal, { target: aim, day: times.date(goal.dueOn) })}
      </span>
    </li>
  )
}

function Talking({ open }: { open: NonNullable<Found['open']> }) {
  const { t } = useWords()
  const candidates = open.evidence?.content.candidates ?? []
  return (
    <>
      <p className="owall-next">{t(words.talking)}</p>
      <ol>
        {candidates.slice(0, 2).map(({ code, name, need }) => (
          <li key={code}>
            <b>{t(name)}</b>
            <span>{t(words.needs, { share: Math.round(need.share) })}</span>
          </li>
        ))}
      </ol>
      <small>{t(words.talkingThen)}</small>
    </>
  )
}

export function Near({ view }: { view: WallView }) {
  const { t } = useWords()
  const found = useEndpoint(listNearby, { area: view.area.code, limit: 1 }, calm).data
  const kinds = [...(found?.kinds ?? [])].toSorted((a, b) => a.nearest - b.nearest).slice(0, 4)
  return (
    <section className="owall-near">
      <SectionHeading end={found && t(words.nearBasis, { m: count(found.metres) })}>
        {t(words.near)}
      </SectionHeading>
      {found && kinds.length === 0 && <p className="owall-none">{t(words.nearNone)}</p>}
      <ol>
        {kinds.map(({ kind, n, nearest }) => (
          <li key={kind.code}>
            <b>{t(kind.words)}</b>
            <span>
              {nearest < 50 ? t(words.nearHere, { n }) : t(words.nearRow, { n, m: count(nearest) })}
            </span>
          </li>
        ))}
      </ol>
      {kinds.length > 0 && <small>{t(words.nearNote)}</small>}
    </section>
  )
}

export function ThemesBelow({ view }: { view: WallView }) {
  const { t, lang } = useWords()
  const found = useEndpoint(listThemePractices, { code: view.area.code, limit: 5 }, calm).data
  return (
    <section className="owall-themes">
      <SectionHeading end={t(words.themesBasis)}>{t(words.themes)}</SectionHeading>
      {found?.items.length === 0 && <p className="owall-none">{t(words.themeNone)}</p>}
      <ol>
        {(found?.items ?? []).map(({ themeId, community, name }) => (
          <li key={themeId}>
            <b>{lang === 'en' ? shortName(community, lang) : community.name}</b>
            <span className="k-accent">{t(name)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
