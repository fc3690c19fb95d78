// Only against oneself: this period solid, the same period a year ago dotted, directly labelled. The scale is written,
// because a line may start higher than zero.
import './past.css'

type Props = {
  /** The finding, as a sentence. */
  label: string
  now: (number | null)[]
  before: (number | null)[]
  from: string
  to: string
  width?: number
  height?: number
}

const padRight = 44
const padBottom = 22

function niceScale(values: number[]): { low: number; high: number; steps: number[] } {
  const most = Math.max(1, ...values)
  const least = Math.min(...values, most)
  const raw = (most - least || most) / 2
  const size = 10 ** Math.floor(Math.log10(raw || 1))
  const step = [1, 2, 5, 10].map((n) => n * size).find((n) => n >= raw) ?? raw
  const low = Math.max(0, Math.floor(least / step) * step)
  const high = Math.ceil(most / step) * step
  const steps: number[] = []
  for (let at = low; at <= high + step / 2; at += step) steps.push(at)
  return { low, high: high === low ? low + step : high, steps }
}

export function PastLines({ label, now, before, from, to, width = 420, height = 130 }: Props) {
  const known = [...now, ...before].filter((n): n is number => n !== null)
  const { low, high, steps } = niceScale(known)
  const x = (i: number, n: number) => 2 + (i * (width - padRight - 8)) / Math.max(n - 1, 1)
  const y = (value: number) => 8 + (1 - (value - low) / (high - low)) * (height - padBottom - 16)
  const draw = (values: (number | null)[]) => {
    let pen = 'M'
    return values
      .map((value, i) => {
        const part =
          value === null ? '' : `${pen}${x(i, values.length).toFixed(1)} ${y(value).toFixed(1)}`
        pen = value === null ? 'M' : 'L'
        return part
      })
      .join('')
  }
  const last = now.findLastIndex((value) => value !== null)
  const lastValue = now[last]
  return (
    <svg className="k-past" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {steps.map((step) => (
        <g key={step}>
          <path className="is-scale" d={`M0 ${y(step)}H${width - padRight}`} />
          <text x={width} y={y(step)} textAnchor="end">
            {step}
          </text>
        </g>
      ))}
      <path className="is-before" d={draw(before)} />
      <path className="is-now" d={draw(now)} />
      {lastValue !== null && lastValue !== undefined && (
        <circle cx={x(last, now.length)} cy={y(lastValue)} r="3.6" />
      )}
      <text x="0" y={height - 8}>
        {from}
      </text>
      <text x={width - padRight} y={height - 8} textAnchor="end">
        {to}
      </text>
    </svg>
  )
}
