// The photos of the report and, where work was handed in, before and after side by side.
import type { CaseView } from '#core/cases/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { Proof } from '#web/kit/ui/Proof.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { photoOf } from '../case-photos.ts'
import { fieldWords } from './words-field.ts'
import { taskWords } from './words-task.ts'

export function TaskPhotos({ view }: { view: CaseView }) {
  const { t } = useWords()
  const times = useTimes()
  const proof = view.proofs.at(-1)
  const before = proof?.photosBefore[0] ?? view.photos[0]
  const after = proof?.photosAfter[0]
  const frame = (hash: string | undefined, alt: string, at: string) =>
    hash === undefined
      ? null
      : {
          src: photoOf(hash, view.number, 'thumb'),
          full: photoOf(hash, view.number),
          alt,
          caption: times.dayTime(at),
        }
  if (proof !== undefined)
    return (
      <section className="field-part">
        <SectionHeading>{t(taskWords.result)}</SectionHeading>
        <Proof
          before={frame(before, t(fieldWords.beforePhoto), view.reportedAt)}
          after={frame(after, t(fieldWords.afterPhoto), proof.takenAt ?? proof.at)}
          beforeNeeded={t(taskWords.noPhotos)}
          afterNeeded={t(taskWords.noPhotos)}
        />
        {proof.text !== '' && <p className="k-compact k-sub">{proof.text}</p>}
      </section>
    )
  if (view.photos.length === 0) return null
  return (
    <section className="field-part">
      <SectionHeading>{t(taskWords.photos)}</SectionHeading>
      <ul className="field-photos">
        {view.photos.map((hash, i) => (
          <li key={hash}>
            <a href={photoOf(hash, view.number)}>
              <img
                src={photoOf(hash, view.number, 'thumb')}
                alt={t(taskWords.photo, { n: i + 1 })}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
