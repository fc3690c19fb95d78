// Before and after side by side at one crop, and the checks that passed, in words. What is missing shows an empty frame
// that says what is needed and why.
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import { Status } from './Status.tsx'
import './proof.css'

export type ProofPhoto = { src: string; alt: string; caption: string; full?: string }
export type ProofCheck = { key: string; passed: boolean; text: string }

type Props = {
  before: ProofPhoto | null
  after: ProofPhoto | null
  /** What stands in an empty frame: what is needed, and why. */
  beforeNeeded?: string
  afterNeeded?: string
  checks?: ProofCheck[]
}

type FrameProps = { tag: string; photo: ProofPhoto | null; needed: string | undefined }

function Frame({ tag, photo, needed }: FrameProps) {
  return (
    <figure>
      <div className={`k-proof-frame${photo ? '' : ' is-empty'}`}>
        {photo?.full !== undefined ? (
          <a href={photo.full}>
            <img src={photo.src} alt={photo.alt} loading="lazy" />
          </a>
        ) : (
          photo && <img src={photo.src} alt={photo.alt} loading="lazy" />
        )}
        {!photo && <p>{needed}</p>}
        <span className="k-proof-tag">{tag}</span>
      </div>
      {photo && <figcaption>{photo.caption}</figcaption>}
    </figure>
  )
}

export function Proof({ before, after, beforeNeeded, afterNeeded, checks = [] }: Props) {
  const { t } = useWords()
  return (
    <div className="k-proof">
      <div className="k-proof-pair">
        <Frame tag={t(kitWords.before)} photo={before} needed={beforeNeeded} />
        <Frame tag={t(kitWords.after)} photo={after} needed={afterNeeded} />
      </div>
      {checks.length > 0 && (
        <ul className="k-proof-checks">
          {checks.map((check) => (
            <li key={check.key}>
              <Status
                shape={check.passed ? 'disc' : 'triangle'}
                tone={check.passed ? 'accent' : 'zhu'}
                size={14}
              >
                {check.text}
              </Status>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
