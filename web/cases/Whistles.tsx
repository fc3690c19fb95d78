// Units called together: who is there, who is late, what was agreed and what each side says of the other.
import type { CaseView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { callWords, cooperationWords, whistleWords as words } from './forms/words-whistle.ts'
import './assists.css'

type Whistle = CaseView['whistles'][number]
type Call = Whistle['calls'][number]

export function Whistles({ view, className }: { view: CaseView; className?: string }) {
  const { t } = useWords()
  const times = useTimes()
  if (view.whistles.length === 0) return null
  return (
    <section className={className}>
      <SectionHeading>{t(words.heading)}</SectionHeading>
      {view.whistles.map((one) => (
        <div key={one.serial} className="case-whistle">
          <p className="k-compact">
            <b>{t(words.calledBy, { layer: t(one.layer), time: times.near(one.meetBy) })}</b>
          </p>
          <p className="k-note">{air(one.reason)}</p>
          <ul className="case-assists">
            {one.calls.map((call) => (
              <Called key={`${call.areaCode}/${call.unitId ?? ''}`} call={call} />
            ))}
          </ul>
          {one.plan !== null && <p className="k-note">{t(words.plan, { words: air(one.plan) })}</p>}
          {one.result !== null && (
            <p className="k-note">{t(words.result, { words: air(one.result) })}</p>
          )}
        </div>
      ))}
    </section>
  )
}

function Called({ call }: { call: Call }) {
  const { t } = useWords()
  const times = useTimes()
  const { arrivedAt, late } = call
  const said =
    arrivedAt === null
      ? t(late ? words.overdue : words.notYet)
      : t(late ? words.arrivedLate : words.arrivedAt, { time: times.near(arrivedAt) })
  const notes = [
    call.witnessed ? t(words.witnessed) : '',
    call.ratedByCaller === null
      ? ''
      : t(words.callerSays, { word: t(cooperationWords[call.ratedByCaller]) }),
    call.ratedByUnit === null ? '' : t(words.unitSays, { word: t(callWords[call.ratedByUnit]) }),
  ].filter((note) => note !== '')
  return (
    <li>
      <b>{t(call.name)}</b>
      <Status
        shape={late ? 'triangle' : arrivedAt === null ? 'ring' : 'disc'}
        tone={late ? 'zhu' : arrivedAt === null ? 'mute' : 'accent'}
      >
        {said}
      </Status>
      {notes.length > 0 && <p className="k-note">{notes.join(' · ')}</p>}
    </li>
  )
}
