// Twelve points of the area's own past, no axis, the last one dotted. The sentence beside it says what it shows.
const width = 104
const height = 28

export function Sparkline({ points }: { points: (number | null)[] }) {
  const known = points.filter((point): point is number => point !== null)
  if (known.length < 2) return null
  const low = Math.min(...known)
  const span = Math.max(...known) - low || 1
  const at = points.map((point, i) =>
    point === null
      ? null
      : {
          x: 4 + (i * (width - 8)) / (points.length - 1),
          y: height - 5 - ((point - low) / span) * (height - 10),
        },
  )
  let pen = 'M'
  let path = ''
  for (const spot of at) {
    path += spot === null ? '' : `${pen}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`
    pen = spot === null ? 'M' : 'L'
  }
  const last = at.at(-1)
  return (
    <svg
      className="k-spark"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinejoin="round" />
      {last && <circle cx={last.x} cy={last.y} r="2.9" fill="currentColor" />}
    </svg>
  )
}
