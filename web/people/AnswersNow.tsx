// Who answers for a place now: the office, its telephone, until when; with nobody on duty, who stands in. Never a name.
import { type DutyDeskView, readDutyDesk } from '#core/people/contract-desk.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { telephone } from '#web/kit/ui/Ways.tsx'
import { useAreaWays } from './area-ways.ts'
import { deskNowWords as words } from './words-desk-now.ts'

const freshEveryMs = 300_000

export function useDutyDesk(code: string | null): DutyDeskView | undefined {
  const extras = { enabled: code !== null, refetchInterval: freshEveryMs }
  return useEndpoint(readDutyDesk, { code: code ?? '' }, extras).data
}

type Times = Pick<ReturnType<typeof useTimes>, 'near'>

/** The sentence alone, for the desk and for reading aloud. */
export function sayDesk(view: DutyDeskView, t: Say, times: Times): string {
  const { here, standIn } = view
  if (here?.by === 'roster' && here.until !== null)
    return t(words.onDuty, { desk: t(here.name), until: times.near(here.until) })
  if (here !== null && standIn === null) return t(words.answers, { desk: t(here.name) })
  const until = standIn?.until ?? null
  const desk = standIn === null ? '' : t(standIn.name)
  return [
    t(words.nobody, { area: t(view.areaName) }),
    here?.post == null ? '' : t(words.byPost, { post: t(here.post) }),
    standIn === null
      ? ''
      : until === null
        ? t(words.standsIn, { desk })
        : t(words.standsInUntil, { desk, until: times.near(until) }),
    view.againAt === null ? '' : t(words.again, { at: times.near(view.againAt) }),
  ]
    .filter((part) => part !== '')
    .join(t({ zh: '', en: ' ' }))
}

/** The telephone of whoever answers; where none is kept, the one a community's page shows anyhow. */
function phoneNow(view: DutyDeskView): string | null {
  if (view.here !== null && view.standIn === null) return view.here.phone
  return view.standIn?.phone ?? view.here?.phone ?? null
}

/** Pressed at any hour, it rings where somebody sits now. */
export function usePhoneNow(code: string | null): string {
  const view = useDutyDesk(code)
  const ways = useAreaWays(code)
  return (view && phoneNow(view)) ?? ways.phone
}

export function AnswersNow({ code }: { code: string }) {
  const { t } = useWords()
  const times = useTimes()
  const view = useDutyDesk(code)
  const ways = useAreaWays(code)
  if (view === undefined) return null
  const phone = phoneNow(view)
  // The page's own number stands beside it: one more is said only where another desk answers, and what it is for.
  return (
    <p className="k-compact open-who">
      {sayDesk(view, t, times)}
      {phone !== null && phone !== ways.phone && (
        <>
          <br />
          {t(words.phoneNow)}{' '}
          <a className="k-link" href={telephone(phone)}>
            {phone}
          </a>
        </>
      )}
    </p>
  )
}

/** One line without a link, where the desk's own head has little room. */
export function AnswersNowLine({ code }: { code: string }) {
  const { t } = useWords()
  const times = useTimes()
  const view = useDutyDesk(code)
  return view === undefined ? null : <>{sayDesk(view, t, times)}</>
}
