// Sections with their posts, stationed units and departments that stand at a place.
import { listUnits, type UnitView } from '#core/people/contract-staff.ts'
import { unitKindWords } from '#core/people/units.ts'
import { peopleRefusals } from '#core/people/words.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { telephone } from '#web/kit/ui/Ways.tsx'
import { staffWords as words } from './words-staff.ts'

export function UnitsView({ code }: { code: string }) {
  const { t } = useWords()
  const list = useEndpoint(listUnits, { code })
  if (list.error && !list.data)
    return (
      <Problem error={list.error} refusals={peopleRefusals} onRetry={() => void list.refetch()} />
    )
  if (!list.data) return <Loading what={t(words.fetching)} />
  const units = list.data.items
  const team = <ButtonLink to={paths.desk.team(code)}>{t(words.seeTeam)}</ButtonLink>
  if (units.length === 0)
    return (
      <Empty title={t(words.noUnits)} then={t(words.noUnitsThen)}>
        {team}
      </Empty>
    )
  return (
    <section>
      <SectionHeading end={team}>{t(words.unitsOf, { n: units.length })}</SectionHeading>
      <Table
        caption={t(words.units)}
        columns={[
          {
            key: 'name',
            head: t(words.unit),
            cell: (unit) => (
              <span style={unit.under === null ? {} : { paddingLeft: '1.5em', fontWeight: 400 }}>
                {t(unit.name)}
              </span>
            ),
          },
          { key: 'kind', head: t(words.kind), cell: (unit) => t(unitKindWords[unit.kind]) },
          {
            key: 'phone',
            head: t(words.phone),
            cell: (unit) =>
              unit.phone === null ? (
                '–'
              ) : (
                <a className="k-link" href={telephone(unit.phone)}>
                  {unit.phone}
                </a>
              ),
          },
          {
            key: 'code',
            head: t(words.code),
            cell: (unit) => <span className="k-note">{unit.code}</span>,
          },
        ]}
        rows={inOrder(units)}
        rowKey={(unit) => unit.code}
      />
    </section>
  )
}

/** Each section with its posts under it, then the rest. */
function inOrder(units: UnitView[]): UnitView[] {
  const tops = units.filter((unit) => unit.under === null)
  return tops.flatMap((top) => [top, ...units.filter((unit) => unit.under === top.code)])
}
