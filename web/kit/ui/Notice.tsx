// A 3 px edge, never a filled bar. accent explains, 赭 asks to look first, 朱 says something is late or lost.
import type { ReactNode } from 'react'
import './notice.css'

type Props = {
  tone?: 'plain' | 'accent' | 'zhe' | 'zhu'
  title?: ReactNode
  children?: ReactNode
  live?: boolean
}

export function Notice({ tone = 'plain', title, children, live = false }: Props) {
  return (
    <div className={`k-notice k-notice-${tone}`} role={live ? 'status' : undefined}>
      {title !== undefined && <b>{title}</b>}
      {title !== undefined && children !== undefined && <span className="k-notice-gap" />}
      {children}
    </div>
  )
}
