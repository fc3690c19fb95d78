// Numbered points on a map to tap, and where this phone is, drawn on it and told to nobody.
import { type Cluster, clustersOf, type Marked } from './clusters.ts'
import './point-map.css'

export type Mark = { key: string; n: number; urgent: boolean }

/** Of a thumb, in units of the map at phone size. */
const reach = 26

type Props = {
  points: readonly Marked<Mark>[]
  /** One pixel at phone size, in the plane of the map. */
  unit: number
  here: readonly [x: number, y: number] | null
  onPick: (keys: string[]) => void
}

export function MapMarks({ points, unit, here, onPick }: Props) {
  return (
    <>
      {clustersOf(points, reach * unit).map((cluster) => (
        <Point key={cluster.all[0]?.key} cluster={cluster} unit={unit} onPick={onPick} />
      ))}
      {here !== null && (
        <g className="point-map-here" transform={`translate(${here[0]} ${here[1]}) scale(${unit})`}>
          <circle r="9" />
          <circle r="4" />
        </g>
      )}
    </>
  )
}

type PointProps = { cluster: Cluster<Mark>; unit: number; onPick: Props['onPick'] }

function Point({ cluster: { at, all }, unit, onPick }: PointProps) {
  const [first, second] = all
  if (first === undefined) return null
  const label = second === undefined ? `${first.n}` : `${first.n}+${all.length - 1}`
  const urgent = all.some((one) => one.urgent)
  return (
    <g
      className={`point-map-mark${urgent ? ' is-urgent' : ''}`}
      transform={`translate(${at[0]} ${at[1]}) scale(${unit})`}
      onClick={(event) => {
        event.stopPropagation()
        onPick(all.map(({ key }) => key))
      }}
    >
      <circle className="point-map-touch" r="24" />
      <rect
        x={second === undefined ? -13 : -19}
        y="-13"
        width={second === undefined ? 26 : 38}
        height="26"
        rx={urgent ? 3 : 13}
      />
      <text>{label}</text>
    </g>
  )
}
