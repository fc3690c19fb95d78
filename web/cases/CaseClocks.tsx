// Every clock of this round with the one text of all doors, and why it moves only as it does.
import type { CaseView } from '#core/cases/contract.ts'
import { durationWords } from '#core/cases/countdown.ts'
import { clockKindWords, outcomeWords } from '#core/cases/words.ts'
import { countWords, limitKindWords } from '#core/cases/words-limits.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { air } from '#web/kit/spacing.ts'
import { Countdown } from '#web/kit/ui/Countdown.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import type { Words } from '#core/kit/words.ts'
import { faceOf } from './face.ts'
import { casePageWords as words } from './words-case.ts'

type Clock = CaseView['clocks'][number]

/** In the order in which a case meets them. */
const order: readonly Clock['kind'][] = [
  'ACCEPT',
  'VERIFY',
  'CONTEST',
  'DISPATCH',
  'SIGN',
  'RESPOND',
  'HANDLE',
  'WAIT',
  'EXTENSION',
  'CHECK',
  'CONFIRM_ONWARD',
  'WHOLE',
  'CONFIRM',
  'REOPEN',
  'CALLBACK',
]

/** Latest of each kind: a clock that was started anew stands once, as it is now. */
function shownClocks(view: CaseView): Clock[] {
  const latest = new Map<Clock['kind'], Clock>()
  for (const clock of view.clocks) {
    const before = latest.get(clock.kind)
    if (before === undefined || before.endedAt !== null || clock.endedAt === null)
      latest.set(clock.kind, clock)
  }
  return order.flatMap((kind) => latest.get(kind) ?? [])
}

export function CaseClocks({ view }: { view: CaseView }) {
  const { t } = useWords()
  const at = useNow()
  const clocks = shownClocks(view)
  return (
    <section>
      <SectionHeading>{t(words.clocks, { n: clocks.length })}</SectionHeading>
      {clocks.length === 0 && <p className="k-note">{t(words.noClock)}</p>}
      <ul className="case-clocks">
        {clocks.map((clock) => (
          <li key={clock.kind} className={clock.endedAt === null ? '' : 'is-done'}>
            <div>
              <b>{t(clockKindWords[clock.kind])}</b>
              <small>
                {t(words.limit, { amount: t(durationWords(clock.totalSeconds, clock)) })}
              </small>
            </div>
            <Countdown
              face={faceOf(clock, at)}
              bar={clock.endedAt === null}
              {...(clock.extensions > 0
                ? { note: t(words.extended, { n: clock.extensions }) }
                : {})}
            />
          </li>
        ))}
      </ul>
      <p className="k-note">{t(words.clocksNote)}</p>
    </section>
  )
}

/** What stands in the way or was asked: said before anything is decided. */
export function CaseStanding({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const units: Record<string, Words> = limitKindWords
  const closed = view.rounds.at(-1)
  return (
    <>
      {view.refused && (
        <Notice tone="zhe" title={t(words.refusedBox)}>
          <p>{air(view.refused.words)}</p>
          {view.refused.body !== null && <p>{t(words.instead, { body: view.refused.body })}</p>}
        </Notice>
      )}
      {view.question !== null && (
        <Notice tone="zhe" title={t(words.question)}>
          {air(view.question)}
        </Notice>
      )}
      {view.suspension && (
        <Notice
          tone="zhe"
          title={t(view.suspension.asked ? words.suspendAsked : words.suspended, {
            day: times.day(`${view.suspension.reviewOn}T12:00:00Z`),
          })}
        >
          <p>{air(view.suspension.publicReason)}</p>
          <p>{air(view.suspension.condition)}</p>
        </Notice>
      )}
      {view.extension && (
        <Notice
          tone="zhe"
          title={t(words.extensionAsked, {
            amount: t(
              countWords(
                view.extension.amount,
                units[view.extension.unit] ?? limitKindWords.WORK_DAY,
              ),
            ),
          })}
        >
          {air(view.extension.reason)}
        </Notice>
      )}
      {closed?.closingWords != null && (
        <Notice
          tone="accent"
          title={t(words.closedWith, {
            outcome: closed.outcome === null ? '' : t(outcomeWords[closed.outcome]),
          })}
        >
          {air(closed.closingWords)}
        </Notice>
      )}
    </>
  )
}
