// The frame of a room's page on the desk: where one is, the title with its sentence, what stands at the right.
import type { ReactNode } from 'react'
import { PageHeading } from './SectionHeading.tsx'
import './room.css'

type Props = {
  crumb?: ReactNode
  title: ReactNode
  sub?: ReactNode
  tools?: ReactNode
  children: ReactNode
}

export function Room({ crumb, title, sub, tools, children }: Props) {
  return (
    <div className="k-room">
      <header className="k-room-head">
        {crumb}
        <PageHeading title={title} {...(sub === undefined ? {} : { sub })}>
          {tools}
        </PageHeading>
      </header>
      {children}
    </div>
  )
}

export function Facts({ facts }: { facts: (readonly [name: string, value: ReactNode] | null)[] }) {
  const known = facts.filter((fact) => fact !== null)
  return (
    <dl className="k-facts">
      {known.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
