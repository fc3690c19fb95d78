// The tree of places for staff: where one is, what lies in it, its outline and every earlier one, and who answers
// here now. Areas and outlines come from files, and the page says how; the grids of a community are drawn, one page on.
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { localDate } from '#core/kit/time.ts'
import { previewRedrawing } from '#core/places/contract-in-force.ts'
import { type AreaView, readArea, readAreaRecord } from '#core/places/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useNow } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Breadcrumb } from '#web/kit/ui/Breadcrumb.tsx'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Facts, Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { AreaPicker } from './AreaPicker.tsx'
import { type Named, useNamed } from './named.ts'
import { AreaMapView } from './AreaMapView.tsx'
import { AreaVersions } from './AreaVersions.tsx'
import { placesPageWords as words } from './words-page.ts'
import './places-page.css'

type Props = {
  code: string
  /** Keeps boundaries somewhere; whether here, the drawing page asks. */
  mayDraw: boolean
  /** Keeps boundaries, or heads a layer from the street up somewhere: sees what is proposed. */
  mayConfirm: boolean
  /** Who answers here now; the page that shows it knows people, this room does not. */
  responsible: (code: string) => React.ReactNode
}

export function PlacesPage({ code, ...rest }: Props) {
  const { t } = useWords()
  const area = useEndpoint(readArea, { code }, { keepPrevious: true })
  if (area.error && !area.data)
    return (
      <Problem
        error={area.error}
        refusals={{ no_such_area: words.noSuchArea }}
        onRetry={() => void area.refetch()}
      />
    )
  if (!area.data) return <Loading what={t(words.fetching)} lines={6} />
  return <Read area={area.data} {...rest} />
}

function Read({
  area,
  mayDraw,
  mayConfirm,
  responsible,
}: { area: AreaView } & Omit<Props, 'code'>) {
  const { t } = useWords()
  const nameOf = useNamed()
  const navigate = useNavigate()
  const [chosen, choose] = useState<string | null>(null)
  const enter = (code: string) => void navigate(paths.desk.places(code))
  const up = area.path.at(-1)
  return (
    <Room
      crumb={
        <Breadcrumb
          steps={area.path.map((each) => ({
            label: nameOf(each),
            to: paths.desk.places(each.code),
          }))}
          here={nameOf(area)}
        />
      }
      title={nameOf(area)}
      sub={`${t(area.levelName)} · ${area.code}`}
      tools={
        <>
          {mayDraw && hasGrids(area) && (
            <ButtonLink to={paths.desk.redraw(area.code)}>{t(words.draw)}</ButtonLink>
          )}
          {hasGrids(area) && (
            <ButtonLink to={paths.desk.gridVersions(area.code)}>{t(words.twoDays)}</ButtonLink>
          )}
          <AreaPicker code={area.code} label={t(words.find)} onChoose={enter} />
        </>
      }
    >
      {mayConfirm && area.level === 'community' && <Proposed code={area.code} />}
      {responsible(area.code)}
      <div className="k-room-two">
        <AreaMapView
          area={area}
          chosen={chosen}
          onChoose={choose}
          onDown={enter}
          {...(up === undefined ? {} : { onUp: () => enter(up.code) })}
        />
        <div>
          <Record area={area} />
          <Children area={area} chosen={chosen} onChoose={choose} />
        </div>
      </div>
      <AreaVersions key={area.code} area={area} />
    </Room>
  )
}

/** A draft that waits for its second person, or grids that are to begin: both are read on their own page. */
function Proposed({ code }: { code: string }) {
  const { t } = useWords()
  const times = useTimes()
  const view = useEndpoint(previewRedrawing, { code }).data
  const coming = view?.decided.find(({ begun }) => !begun)
  const draft = view?.draft
  const day = draft?.proposed === true ? draft.day : coming?.day
  if (day === undefined) return null
  const waits = draft?.proposed === true
  return (
    <div className="places-responsible">
      <Notice
        tone="zhe"
        title={t(waits ? words.gridsProposed : words.gridsComing, { day: times.date(day) })}
      />
      <ButtonLink to={paths.desk.inForce(code)}>{t(words.seeProposed)}</ButtonLink>
    </div>
  )
}

const hasGrids = (area: AreaView): boolean =>
  area.level === 'community' || area.children.some(({ level }) => level === 'grid')

function Record({ area }: { area: AreaView }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const nameOf = useNamed()
  const record = useEndpoint(readAreaRecord, { code: area.code }).data
  const today = localDate(useNow(), area.timeZone)
  const joint = lang === 'zh' ? '、' : ', '
  const listed = (of: { area: Named; since: string }[]) =>
    of.map((each) => `${nameOf(each.area)} (${times.date(each.since)})`).join(joint)
  return (
    <section>
      <SectionHeading>{t(words.facts)}</SectionHeading>
      <Facts
        facts={[
          [t(words.officialName), area.officialName],
          [t(words.code), area.code],
          [
            t(words.valid),
            t(validWords(area, today), {
              day: times.date(area.validFrom),
              from: times.date(area.validFrom),
              to: area.validTo === null ? '' : times.date(area.validTo),
            }),
          ],
          area.kind === 'dedicated' ? [t(words.kind), t(words.dedicated)] : null,
          [t(words.hours), area.hours.map((pair) => pair.join(' – ')).join(joint)],
          record && record.counts.length > 0
            ? [
                t(words.holds),
                record.counts.map(({ levelName, count }) => `${t(levelName)} ${count}`).join(' · '),
              ]
            : null,
          record && record.formerNames.length > 0
            ? [
                t(words.formerly),
                record.formerNames
                  .map(({ name, until }) =>
                    t(words.formerlyUntil, { name, day: times.date(until) }),
                  )
                  .join(joint),
              ]
            : null,
          record && record.before.length > 0 ? [t(words.follows), listed(record.before)] : null,
          record && record.after.length > 0 ? [t(words.followedBy), listed(record.after)] : null,
          record && record.ended.length > 0
            ? [
                t(words.endedIn),
                listed(record.ended.map((each) => ({ area: each.area, since: each.validTo }))),
              ]
            : null,
        ]}
      />
    </section>
  )
}

/** An area may begin, or end, on a day to come. */
function validWords({ validFrom, validTo }: AreaView, today: string) {
  if (validFrom > today) return words.validFrom
  if (validTo === null) return words.validSince
  return validTo <= today ? words.validUntil : words.validEnds
}

type ChildrenProps = { area: AreaView; chosen: string | null; onChoose: (code: string) => void }

function Children({ area, chosen, onChoose }: ChildrenProps) {
  const { t } = useWords()
  const nameOf = useNamed()
  if (area.children.length === 0) return null
  return (
    <section>
      <SectionHeading end={t(words.byCode)}>
        {t(words.inside, { n: area.children.length })}
      </SectionHeading>
      <div className="places-children">
        <Table
          caption={t(words.inside, { n: area.children.length })}
          compact
          columns={[
            {
              key: 'name',
              head: t(words.name),
              cell: (child) => (
                <Link className="k-link" to={paths.desk.places(child.code)}>
                  {nameOf(child)}
                </Link>
              ),
            },
            { key: 'code', head: t(words.code), figure: true, cell: (child) => child.code },
          ]}
          rows={area.children}
          rowKey={(child) => child.code}
          selected={chosen}
          onChoose={(child) => onChoose(child.code)}
        />
      </div>
    </section>
  )
}
