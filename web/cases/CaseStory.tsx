// The middle of the page: what was said, what was done, and every step between.
import type { CaseView, ProofView } from '#core/cases/contract.ts'
import { sourceWords } from '#core/cases/words.ts'
import { type Say, useTimes, useWords } from '#web/kit/language.ts'
import { air } from '#web/kit/spacing.ts'
import { Proof, type ProofCheck, type ProofPhoto } from '#web/kit/ui/Proof.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Timeline } from '#web/kit/ui/Timeline.tsx'
import { photoOf } from './case-photos.ts'
import { Told } from './particulars/Told.tsx'
import { nearPlace } from './case-text.ts'
import { needsOf } from './proof-needs.ts'
import { stepsOf } from './steps.tsx'
import { casePageWords as words } from './words-case.ts'

export function CaseSaid({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  if (view.text === '') return <Told told={view.particulars} />
  return (
    <figure className="case-said">
      <blockquote className="k-quote">“{air(view.text)}”</blockquote>
      <figcaption className="k-note">
        {t(words.by, {
          source: t(sourceWords[view.source]),
          time: times.dayTime(view.reportedAt),
        })}
        {view.address !== null && ` · ${air(view.address)}`}
      </figcaption>
      <Told told={view.particulars} />
    </figure>
  )
}

export function CaseProof({ view }: { view: CaseView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const proof = view.proofs.at(-1)
  const needs = needsOf(view.evidence, lang)
  const place = nearPlace(view.place, lang)
  const alt = { category: t(view.category), place }
  const before = beforeOf(view, proof)
  const afterHash = proof?.photosAfter[0]
  const photo = (hash: string, caption: string, altText: string): ProofPhoto => ({
    src: photoOf(hash, view.number),
    full: photoOf(hash, view.number),
    caption,
    alt: altText,
  })
  const all = [
    ...new Set([
      ...view.photos,
      ...view.proofs.flatMap((one) => [...one.photosBefore, ...one.photosAfter]),
      ...view.timeline.flatMap((entry) => entry.photos),
    ]),
  ]
  const caption = (one: ProofView) =>
    t(words.photoProof, { time: times.dayTime(one.takenAt ?? one.at), who: air(one.by) }) +
    (one.metresOff === null ? '' : ` · ${t(words.metresOff, { n: one.metresOff })}`)
  return (
    <section>
      <SectionHeading
        end={needs === '' ? t(words.proofFree) : t(words.proofNeeds, { what: needs })}
      >
        {t(words.proof)}
      </SectionHeading>
      <Proof
        before={
          before === null
            ? null
            : photo(
                before,
                proof?.photosBefore.includes(before)
                  ? caption(proof)
                  : t(words.photoReport, { time: times.dayTime(view.reportedAt) }),
                t(words.photoAltBefore, alt),
              )
        }
        after={
          afterHash === undefined || proof === undefined
            ? null
            : photo(afterHash, caption(proof), t(words.photoAltAfter, alt))
        }
        beforeNeeded={t(words.beforeNone)}
        afterNeeded={t(view.evidence.photoAfter ? words.afterNone : words.afterFree)}
        checks={proof === undefined ? [] : checksOf(view, proof, t)}
      />
      {proof !== undefined && proof.text !== '' && (
        <p className="case-proof-text">
          {air(proof.text)} <small className="k-note">— {air(proof.by)}</small>
        </p>
      )}
      {all.length > 2 && <AllPhotos hashes={all} number={view.number} />}
    </section>
  )
}

function AllPhotos({ hashes, number }: { hashes: string[]; number: string }) {
  const { t } = useWords()
  return (
    <details className="case-photos k-screen-only">
      <summary className="k-link">{t(words.morePhotos, { n: hashes.length })}</summary>
      <ul>
        {hashes.map((hash, i) => (
          <li key={hash}>
            <a href={photoOf(hash, number)}>
              <img src={photoOf(hash, number, 'thumb')} alt={`${i + 1}`} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function beforeOf(view: CaseView, proof: ProofView | undefined): string | null {
  return proof?.photosBefore[0] ?? view.photos[0] ?? null
}

function checksOf(view: CaseView, proof: ProofView, t: Say): ProofCheck[] {
  const { evidence } = view
  const near = evidence.placeWithinM
  return [
    ...(evidence.takenAfterDispatch && proof.takenAt !== null
      ? [{ key: 'time', passed: true, text: t(words.checkTime) }]
      : []),
    ...(proof.metresOff === null
      ? []
      : [
          {
            key: 'place',
            passed: near === null || proof.metresOff <= near,
            text: t(words.checkPlace, { n: proof.metresOff }),
          },
        ]),
    ...(proof.text === '' ? [] : [{ key: 'text', passed: true, text: t(words.checkText) }]),
  ]
}

export function CaseTimeline({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  return (
    <section>
      <SectionHeading end={t(words.storyEnd)}>{t(words.story)}</SectionHeading>
      <Timeline label={t(words.story)} steps={stepsOf(view, t, times.dayTime)} />
    </section>
  )
}
