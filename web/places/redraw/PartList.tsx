// The grids of the draft as a list: what goes on, what is new, what changed.
import { squareMetres, unitsAt } from '#core/places/corners.ts'
import type { Part } from '#core/places/drawing.ts'
import { changesOf } from '#core/places/grid-changes.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useMemo } from 'react'
import type { Drafting } from './drafting.ts'
import { usePartName } from './part-names.ts'
import { redrawWords as words } from './words-redraw.ts'

export function PartList({ drafting }: { drafting: Drafting }) {
  const { t } = useWords()
  const nameOf = usePartName()
  const { drawing, part, view } = drafting
  const unit = useMemo(() => unitsAt(drawing.outline), [drawing])
  const stateOf = usePartState(drafting)
  const grids = drawing.parts.filter((each) => !each.unclaimed).length
  const { dedicated } = view.ground
  return (
    <section>
      <SectionHeading end={t(words.dashed)}>{t(words.parts, { n: grids })}</SectionHeading>
      <Table
        caption={t(words.parts, { n: grids })}
        compact
        columns={[
          {
            key: 'name',
            head: t(words.name),
            cell: (each) => (
              <button type="button" className="k-link" onClick={() => drafting.choose(each.key)}>
                {nameOf(each)}
              </button>
            ),
          },
          { key: 'code', head: t(words.code), figure: true, cell: (each) => each.code },
          {
            key: 'size',
            head: t(words.size),
            figure: true,
            cell: (each) =>
              t(words.squareMetres, { n: count(Math.round(squareMetres(each.loops, unit))) }),
          },
          { key: 'state', head: t(words.part), cell: stateOf },
        ]}
        rows={[...drawing.parts]}
        rowKey={(each) => each.key}
        selected={part?.key ?? null}
        onChoose={(each) => drafting.choose(each.key)}
      />
      {dedicated.length > 0 && (
        <p className="k-note">
          {t(words.dedicated, { names: dedicated.map(({ name }) => name).join('、') })}
        </p>
      )}
    </section>
  )
}

function usePartState({ drawing }: Drafting): (part: Part) => string {
  const { t } = useWords()
  const changed = useMemo(() => {
    const states = (parts: readonly Part[]) =>
      parts.filter((each) => !each.unclaimed).map((each) => ({ ...each, id: each.was ?? each.key }))
    const unit = unitsAt(drawing.outline)
    return changesOf(states(drawing.before), states(drawing.parts), unit).changes
  }, [drawing])
  return (part) => {
    if (part.unclaimed) return ''
    if (part.was === null) return t(words.begins)
    const kinds = changed.flatMap(({ kind, after }) => (after.includes(part.key) ? [kind] : []))
    const said = [
      ...(kinds.includes('moved') ? [t(words.changed)] : []),
      ...(kinds.includes('renamed') ? [t(words.isRenamed)] : []),
    ]
    return said.length === 0 ? t(words.stays) : said.join(' · ')
  }
}
