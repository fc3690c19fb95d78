// Who helps the lead, with what, and whether its part is done.
import type { CaseView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Status } from '#web/kit/ui/Status.tsx'
import { casePageWords as words } from './words-case.ts'
import './assists.css'

export function HelpingUnits({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  if (view.assists.length === 0) return null
  return (
    <section>
      <SectionHeading>{t(words.assists)}</SectionHeading>
      <ul className="case-assists">
        {view.assists.map((one) => (
          <li key={one.leg}>
            <b>{t(one.name)}</b>
            <Status
              shape={one.doneAt === null ? 'ring' : 'disc'}
              tone={one.doneAt === null ? 'mute' : 'accent'}
            >
              {one.doneAt === null ? t(words.assistOpen) : times.near(one.doneAt)}
            </Status>
            <p className="k-note">
              {one.task === null ? '' : air(one.task)}
              {one.meetBy !== null &&
                ` · ${t(words.assistMeetBy, { time: times.near(one.meetBy) })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
