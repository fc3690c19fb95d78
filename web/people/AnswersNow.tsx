// Who answers for a place now. For residents in plain words: what to call, who answers there and until when. For staff the
// office, and with nobody on duty who stands in. Never a name.
import type { CallView, DutyDeskView } from '#core/people/contract-desk.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { useDutyDesk } from './area-ways.ts'
import { deskNowWords as words } from './words-desk-now.ts'

/** The sentence for staff. */
function sayDesk(view: DutyDeskView, t: Say, near: (at: string) => string): string {
  const { here, standIn } = view
  if (here?.by === 'roster' && here.until !== null)
    return t(words.onDuty, { desk: t(here.name), until: near(here.until) })
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
        : t(words.standsInUntil, { desk, until: near(until) }),
    view.againAt === null ? '' : t(words.again, { at: near(view.againAt) }),
  ]
    .filter((part) => part !== '')
    .join(t({ zh: '', en: ' ' }))
}

/** The sentence for residents, who want to know what to call. */
export function sayCall(call: CallView, t: Say, coming: (at: string) => string): string {
  const { phone, whose, until, later } = call
  const now =
    whose === null
      ? t(words.callHotline, { phone })
      : until === null
        ? t(words.call, { phone, whose: t(whose) })
        : t(words.callUntil, { phone, whose: t(whose), until: coming(until) })
  const then =
    later === null
      ? ''
      : t(words.callLater, { at: coming(later.from), phone: later.phone, whose: t(later.whose) })
  return [now, then].filter((part) => part !== '').join(t({ zh: '', en: ' ' }))
}

export function AnswersNow({ code }: { code: string }) {
  const { t } = useWords()
  const { coming } = useTimes()
  const view = useDutyDesk(code)
  if (view === undefined) return null
  return <p className="k-compact open-who">{sayCall(view.call, t, coming)}</p>
}

/** One line without a link, where the desk's own head has little room. */
export function AnswersNowLine({ code }: { code: string }) {
  const { t } = useWords()
  const { near } = useTimes()
  const view = useDutyDesk(code)
  return view === undefined ? null : <>{sayDesk(view, t, near)}</>
}
