// The shell of a residents' page: back, title, reading aloud; then whatever the page has to say.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../language.ts'
import { Icon } from './Icon.tsx'
import { PhoneHead } from './Masthead.tsx'
import { ReadAloud } from './ReadAloud.tsx'
import { useSettings } from '../settings.tsx'
import { kitWords } from '../words.ts'
import './open-page.css'

type Props = {
  title: string
  /** Where the arrow leads: up, not back through the history of an answered form. */
  up: string | null
  /** What is read: title, state, time left, choices. Nothing on pages that have nothing to say yet. */
  aloud?: () => string
  end?: ReactNode
  children: ReactNode
}

export function OpenPage({ title, up, aloud, end, children }: Props) {
  const { t } = useWords()
  const { elder } = useSettings()
  const reads = aloud && <ReadAloud text={() => `${title}。${aloud()}`} />
  return (
    <article className="open-page">
      <PhoneHead
        title={title}
        back={
          elder === null &&
          up !== null && (
            <Link className="k-icon-btn k-screen-only" to={up} aria-label={t(kitWords.back)}>
              <Icon name="left" size={24} />
            </Link>
          )
        }
        end={elder === null ? (end ?? reads) : undefined}
      />
      {elder !== null && reads && <div className="open-aloud">{reads}</div>}
      {children}
    </article>
  )
}

/** One part of a page, with a rule above it. */
export function Part({ children, tone }: { children: ReactNode; tone?: 'raised' }) {
  return <section className={`open-part${tone ? ` is-${tone}` : ''}`}>{children}</section>
}
