// What the category asks for as lines that fill up: there, still missing, or taken by itself on sending.
import { type NeedMet, type ProofGiven, proofNeeds } from '#core/cases/evidence.ts'
import { useWords } from '#web/kit/language.ts'
import { Status } from '#web/kit/ui/Status.tsx'
import type { Subject } from './use-hand-in.ts'
import { needWords, shotWords } from './words-shots.ts'

/** The place is asked for on sending, not before. */
export const openNeeds = (view: Subject, given: ProofGiven, self: boolean): NeedMet[] =>
  needsOf(view, given, self).filter(({ need, met }) => need !== 'place' && !met)

const needsOf = (view: Subject, given: ProofGiven, self: boolean): NeedMet[] =>
  proofNeeds(
    given,
    self ? { ...view.evidence, takenAfterDispatch: false } : view.evidence,
    view,
  ).filter(({ need, met }) => need !== 'time' || !met)

type Props = { view: Subject; given: ProofGiven; self: boolean }

export function ProofNeeds({ view, given, self }: Props) {
  const { t } = useWords()
  const needs = needsOf(view, given, self)
  if (needs.length === 0) return null
  return (
    <ul className="field-needs" aria-label={t(shotWords.checklist)}>
      {needs.map(({ need, met }) => (
        <li key={need}>
          <Status
            shape={need === 'place' ? 'ring' : met ? 'disc' : 'triangle'}
            tone={need === 'place' ? 'mute' : met ? 'accent' : 'zhe'}
            size={14}
          >
            {t(needWords[need], { n: view.evidence.placeWithinM ?? 0 })}
            {need === 'photoBefore' && given.photosBefore.length === 0 && met
              ? t(shotWords.fromReport)
              : ''}
            {need === 'place' ? ` · ${t(shotWords.onSending)}` : ''}
          </Status>
        </li>
      ))}
    </ul>
  )
}
