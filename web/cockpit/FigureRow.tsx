// The figures: six that are read every day, the others one press away. Each with its fraction, its own past, 怎么算 and
// the list behind it.
import type { CockpitView, Tile, TileKey } from '#core/cockpit/contract.ts'
import { definitions } from '#core/cockpit/definitions.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { FigureBlock } from '#web/kit/ui/FigureBlock.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { definitionText, tileText } from './tile-text.ts'
import { type Where, behindPath } from './where.ts'

const daily: readonly TileKey[] = ['3d', '2', '5', '7', '4b', '9b']
const others: readonly TileKey[] = [
  '1',
  '6',
  '3a',
  '3b',
  '3c',
  '3e',
  '4a',
  '8',
  '9a',
  '9c',
  '9',
  '12',
  '13',
]

type Props = { view: CockpitView; where: Where }

export function FigureRow({ view, where }: Props) {
  const { t } = useWords()
  if (where.table) return <FigureTable view={view} />
  return (
    <section className="cockpit-figures" aria-label={t(words.figures)}>
      <Figures keys={daily} view={view} where={where} />
      {where.all && <Figures keys={others} view={view} where={where} />}
      <div className="cockpit-more k-screen-only">
        <Button look="quiet" onClick={() => where.set({ all: where.all ? null : '1' })}>
          {t(where.all ? words.fewer : words.more)}
        </Button>
      </div>
    </section>
  )
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

/** A score made of three rates has no list of its own. */
function listOf(tile: Tile, where: Where): string | undefined {
  if (tile.key === '9' || (tile.n === 0 && (tile.value ?? 0) === 0)) return undefined
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
