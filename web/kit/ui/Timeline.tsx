// 经过: time, node, what happened. Append-only, so nothing here invites to edit. Newest first on the desk, oldest first
// for residents: the caller decides the order.
import './timeline.css'

export type Step = {
  key: string
  at: string
  kind: 'step' | 'close' | 'pause'
  what: React.ReactNode
  note?: React.ReactNode
}

export function Timeline({
  steps,
  label,
  small = false,
}: {
  steps: Step[]
  label: string
  small?: boolean
}) {
  return (
    <ol className={`k-tl${small ? ' is-small' : ''}`} aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} className={`is-${step.kind}`}>
          <span className="k-tl-at">{step.at}</span>
          <span className="k-tl-node" aria-hidden="true">
            <i />
          </span>
          <div>
            {step.what}
            {step.note !== undefined && <small>{step.note}</small>}
          </div>
        </li>
      ))}
    </ol>
  )
}
