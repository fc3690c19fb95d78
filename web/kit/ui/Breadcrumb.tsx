// Where am I: 重庆市 › 南岸区 › 弹子石街道 › 9 个社区 ▾. One of the four handles on one place.
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWords } from '../language.ts'
import { kitWords } from '../words.ts'
import './crumb.css'

type Props = { steps: { label: string; to: string }[]; here: string; children?: ReactNode }

/** `children`: a Popover with class `k-def` that lists what lies below. */
export function Breadcrumb({ steps, here, children }: Props) {
  const { t } = useWords()
  return (
    <nav className="k-crumb" aria-label={t(kitWords.where)}>
      <ol>
        {steps.map((step) => (
          <li key={step.to}>
            <Link to={step.to}>{step.label}</Link>
          </li>
        ))}
        <li>
          <b aria-current="page">{here}</b>
        </li>
        {children !== undefined && <li>{children}</li>}
      </ol>
    </nav>
  )
}
