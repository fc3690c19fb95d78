// Three equal ways to say something: the code, the telephone, the counter. The code leads to where people reach us, not to
// the machine that drives the screen.
import type { WallView } from '#core/cockpit/contract-wall.ts'
import { openWallWords as words } from '#core/cockpit/words-wall.ts'
import type { CallView } from '#core/people/contract-desk.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { QrCode } from '#web/kit/ui/QrCode.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { useAreaWays, useDutyDesk } from '#web/people/area-ways.ts'
import { useWallTimes } from './wall-times.ts'

export function Ways({ view }: { view: WallView }) {
  const { t } = useWords()
  const { code } = view.area
  const ways = useAreaWays(code, true)
  const call = useDutyDesk(code)?.call
  const times = useWallTimes(view.timeZone)
  // Read in passing: until when, or from when the place itself answers again; a number that always answers says so.
  const called = ({ until, whose, later }: CallView): string => {
    if (later !== null)
      return t(words.callLater, { at: times.coming(later.from), phone: later.phone })
    if (until !== null) return t(words.callUntil, { until: times.coming(until) })
    return t(whose === null ? words.callAlways : words.callNow)
  }
  return (
    <section className="owall-ways">
      <SectionHeading>{t(words.ways)}</SectionHeading>
      <div>
        <QrCode text={`${view.address}${paths.open.report(code)}`} label={t(words.scan)} />
        <dl>
          <div>
            <dt>{t(words.scan)}</dt>
            <dd>{t(words.scanNote)}</dd>
          </div>
          <div>
            <dt>{t(words.call)}</dt>
            <dd>
              <b>{ways.phone}</b>
              {call !== undefined && <small>{called(call)}</small>}
            </dd>
          </div>
          <div>
            <dt>{t(words.counter)}</dt>
            <dd>{ways.counterHours}</dd>
          </div>
        </dl>
      </div>
    </section>
  )
}
