// 鱼尾, a sentence, and at the right end the basis of what follows.
import type { ReactNode } from 'react'
import './section.css'

type Props = { children: ReactNode; end?: ReactNode; level?: 2 | 3; id?: string }

export function SectionHeading({ children, end, level = 2, id }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="k-sec">
      <i className="k-fishtail" aria-hidden="true" />
      <Heading id={id}>{children}</Heading>
      {end !== undefined && <div className="k-sec-end">{end}</div>}
    </div>
  )
}

/** The head of a page: title, one line under it, and whatever stands at the right. The only h1. */
export function PageHeading({
  title,
  sub,
  children,
}: {
  title: ReactNode
  sub?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="k-page-head">
      <div>
        <h1 className="k-title">{title}</h1>
        {sub !== undefined && <p className="k-compact k-sub">{sub}</p>}
      </div>
      {children !== undefined && <div className="k-page-head-end">{children}</div>}
    </div>
  )
}
