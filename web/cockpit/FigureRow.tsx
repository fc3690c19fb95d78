// The figures: six that are read every day, the others one press away. Each with its fraction, its own past, 怎么算 and
// the list behind it.
import { type CockpitView, type Tile, type TileKey, tileKeys } from '#core/cockpit/contract.ts'
import { type FurtherView, getFurtherFigures } from '#core/cockpit/contract-further.ts'
import { definitions } from '#core/cockpit/definitions.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { furtherWords } from '#core/cockpit/words-further.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { definitionText, tileText } from './tile-text.ts'
import { type Where, behindPath } from './where.ts'

const daily: readonly TileKey[] = ['3d', '2', '5', '7', '4b', '9b']
const others: readonly TileKey[] = tileKeys.filter((key) => !daily.includes(key))

type Props = { view: CockpitView; where: Where }

export function FigureRow({ view, where }: Props) {
  const { t } = useWords()
  const further = useEndpoint(
    getFurtherFigures,
    { area: where.code, period: where.period },
    { keepPrevious: true, enabled: where.all || where.table },
  )
  const whole = withFurther(view, further.data)
  if (where.table) return <FigureTable view={whole} />
  return (
    <section className="cockpit-figures" aria-label={t(words.figures)}>
      <Figures keys={daily} view={whole} where={where} />
      {where.all && <Figures keys={others} view={whole} where={where} />}
      {where.all && further.data?.tooMany && <p className="k-note">{t(furtherWords.tooMany)}</p>}
      {where.all && further.isPending && <p className="k-note">{t(furtherWords.loading)}</p>}
      <div className="cockpit-more k-screen-only">
        <Button look="quiet" onClick={() => where.set({ all: where.all ? null : '1' })}>
          {t(where.all ? words.fewer : words.more)}
        </Button>
      </div>
    </section>
  )
}

/** The tiles that are read apart take their places, and medians get their months. */
function withFurther(view: CockpitView, further: FurtherView | undefined): CockpitView {
  if (further === undefined) return view
  const months = new Map<TileKey, (number | null)[]>(
    further.points.map(({ key, points }) => [key, points]),
  )
  const tiles = view.tiles.map((tile) => ({ ...tile, points: months.get(tile.key) ?? tile.points }))
  return { ...view, tiles: [...tiles, ...further.tiles] }
}

function Figures({ keys, view, where }: Props & { keys: readonly TileKey[] }) {
  const { t } = useWords()
  return (
    <div className="cockpit-figure-row">
      {keys.map((key) => {
        const tile = view.tiles.find((each) => each.key === key)
        if (tile === undefined) return null
        const { name, value, unit, of, past, points } = tileText(tile, view, t)
        const to = listOf(tile, where)
        return (
          <FigureBlock
            key={key}
            name={name}
            value={value}
            {...(unit !== '' && { unit })}
            fraction={of}
            past={past}
            points={points}
            definition={definitionText(key, t, to)}
            {...(to !== undefined && { to })}
          />
        )
      })}
    </div>
  )
}

/** A score made of three rates has no list of its own; who took lists out is for the audit administrator. */
function listOf(tile: Tile, where: Where): string | undefined {
  if (tile.key === '9' || tile.key === '27c' || (tile.n === 0 && (tile.value ?? 0) === 0))
    return undefined
  return behindPath(where.code, { tile: tile.key, period: where.period })
}

function FigureTable({ view }: { view: CockpitView }) {
  const { t } = useWords()
  const rows = [...daily, ...others].flatMap((key) => {
    const tile = view.tiles.find((each) => each.key === key)
    return tile === undefined ? [] : [tileText(tile, view, t)]
  })
  return (
    <section className="cockpit-figures">
      <Table
        caption={t(words.figures)}
        rows={rows}
        rowKey={(row) => row.key}
        compact
        columns={[
          { key: 'name', head: t(words.figure), cell: (row) => row.name },
          {
            key: 'value',
            head: t(words.value),
            figure: true,
            cell: (row) => `${row.value}${row.unit === '%' ? '%' : ` ${row.unit}`}`,
          },
          { key: 'of', head: t(words.fractionHead), cell: (row) => row.of },
          { key: 'past', head: t(words.before), cell: (row) => row.past },
          { key: 'how', head: '', cell: (row) => t(definitions[row.key].sentence) },
        ]}
      />
    </section>
  )
}
