// Nothing here, on its way, gone wrong, not yours, cut off, too small to show: each a headline and what follows.
import { type ReactNode, useEffect, useState } from 'react'
import type { Words } from '#core/kit/words.ts'
import { NoConnectionError, RefusalError } from '../api.ts'
import { NotKeptError } from '../drafts.ts'
import { useWords } from '../language.ts'
import { commonRefusalWords, kitWords } from '../words.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { Shape } from './Shape.tsx'
import './states.css'

type StateProps = {
  mark: ReactNode
  title: string
  children?: ReactNode
  role?: 'status' | 'alert'
}

function State({ mark, title, children, role }: StateProps) {
  return (
    <div className="k-state" role={role}>
      {mark}
      <b>{title}</b>
      {children}
    </div>
  )
}

/** `title`: 现在没有待派遣的件. `then`: when it will change by itself. */
export function Empty({
  title,
  then,
  note,
  children,
}: {
  title: string
  then?: string
  note?: string
  children?: ReactNode
}) {
  return (
    <State
      title={title}
      mark={
        <span className="k-accent">
          <Shape name="disc" size={22} />
        </span>
      }
    >
      {then !== undefined && <p>{then}</p>}
      {note !== undefined && <p className="k-note">{note}</p>}
      {children}
    </State>
  )
}

export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <span className="k-skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, i) => (
        <i key={i} />
      ))}
    </span>
  )
}

/** Appears after 300 ms: what comes sooner needs no announcement. No spinner, no shimmer. */
export function Loading({ what, so, lines }: { what?: string; so?: string; lines?: number }) {
  const { t } = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return <div className="k-state is-still" aria-busy="true" />
  return (
    <State
      role="status"
      title={what ?? t(kitWords.loadingLong)}
      mark={
        <span className="k-tone-mute">
          <Shape name="pie" fraction={0.28} size={22} />
        </span>
      }
    >
      {so !== undefined && <p>{so}</p>}
      <SkeletonLines lines={lines ?? 3} />
    </State>
  )
}

/** The words of an error: a room's own refusals first, then those any endpoint may give. */
export function wordsOfError(error: unknown, refusals: Record<string, Words> = {}): Words {
  if (error instanceof RefusalError) {
    return refusals[error.refusal] ?? commonRefusalWords[error.refusal] ?? kitWords.somethingWrong
  }
  if (error instanceof NotKeptError) return kitWords.notKept
  return error instanceof NoConnectionError ? kitWords.noConnection : kitWords.somethingWrong
}

type ProblemProps = { error: unknown; refusals?: Record<string, Words>; onRetry?: () => void }

export function Problem({ error, refusals = {}, onRetry }: ProblemProps) {
  const { t } = useWords()
  const lost = error instanceof NoConnectionError
  const number = error instanceof RefusalError ? error.requestId.slice(-4).toUpperCase() : ''
  if (error instanceof RefusalError && error.refusal === 'not_allowed') {
    return <NoPermission because={t(wordsOfError(error, refusals))} />
  }
  return (
    <State
      role="alert"
      title={t(wordsOfError(error, refusals))}
      mark={
        <span className="k-zhu">
          <Shape name="triangle" size={22} />
        </span>
      }
    >
      {lost && <p>{t(kitWords.noConnectionKept)}</p>}
      {number !== '' && <p className="k-note">{t(kitWords.faultNumber, { id: number })}</p>}
      {onRetry && <Button onClick={onRetry}>{t(kitWords.tryAgain)}</Button>}
    </State>
  )
}

/** Whose it is, and whom to ask. */
export function NoPermission({
  title,
  because,
  ask,
}: {
  title?: string
  because: string
  ask?: string
}) {
  const { t } = useWords()
  return (
    <State title={title ?? t(kitWords.noPermission)} mark={<Icon name="lock" size={22} />}>
      <p>{because}</p>
      {ask !== undefined && <p className="k-note">{ask}</p>}
    </State>
  )
}

export function Offline({ count, what }: { count: number; what?: string }) {
  const { t } = useWords()
  return (
    <p className="k-offline" role="status">
      <Icon name="cloud" size={19} />
      <span>
        {t(kitWords.waitingToSend, { n: count })}
        {what !== undefined && `：${what}`}
        <br />
        {t(kitWords.waitingThen)}
      </span>
    </p>
  )
}

export function Hidden({ min = 10, why }: { min?: number; why?: string }) {
  const { t } = useWords()
  return (
    <p className="k-hidden">
      <i className="k-hatch" aria-hidden="true" />
      <span>
        {t(kitWords.hiddenSmall, { min })}
        <small>{why ?? t(kitWords.hiddenWhy)}</small>
      </span>
    </p>
  )
}
