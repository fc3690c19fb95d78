// What the centre's pages share: which area, its centres, the way between the pages, and what to say while there is none.
import { type ReactNode, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { type CentreView, readCentres, saveCentre } from '#core/activities/contract-centre.ts'
import type { Named } from '#core/activities/centre.ts'
import { activityRefusals } from '#core/activities/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import type { Words } from '#core/kit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { byCodeWords } from '#web/cases/words-by-code.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { TextField, Tick } from '#web/kit/ui/Field.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Empty, Loading, NoPermission, Problem } from '#web/kit/ui/States.tsx'
import { useMe } from '#web/people/me.ts'
import { roles } from '#core/people/roles.ts'
import { centreWords as words } from '../words-desk.ts'
import '../activities.css'

export type House = OutputOf<typeof readCentres> & { centre: CentreView }

/** In the address, else the first area whose centre one keeps. */
export function useCentreArea(): string | null {
  const { code } = useParams()
  const me = useMe().data
  const kept = me?.grants.find((grant) => roles[grant.role].rights.includes('keepCentre'))
  return code ?? kept?.areaCode ?? me?.grants[0]?.areaCode ?? null
}

export function useNamed(): (name: Named) => string {
  const { t } = useWords()
  return ({ zh, en }) => t({ zh, en: en ?? zh })
}

/** The page of one centre: the first of the area. */
export function CentreFrame({
  title,
  sub,
  head,
  children,
}: {
  title: (house: House) => ReactNode
  sub?: (house: House) => ReactNode
  head?: (house: House) => ReactNode
  children: (house: House) => ReactNode
}) {
  const { t } = useWords()
  const code = useCentreArea()
  const found = useEndpoint(readCentres, { code: code ?? '' }, { enabled: code !== null })
  if (found.error && !found.data)
    return (
      <Problem
        error={found.error}
        refusals={activityRefusals}
        onRetry={() => void found.refetch()}
      />
    )
  if (!found.data) return <Loading what={t(words.fetching)} />
  const { mayKeep, centres, area } = found.data
  if (!mayKeep) return <NoPermission because={t(activityRefusals['not_yours'] ?? words.noCentre)} />
  const centre = centres[0]
  if (centre === undefined) return <OpenCentre code={area.code} />
  const house = { ...found.data, centre }
  return (
    <div className="k-stack a-centre">
      <PageHeading title={title(house)} {...(sub !== undefined && { sub: sub(house) })}>
        {head?.(house)}
      </PageHeading>
      <CentreNav code={area.code} />
      {children(house)}
    </div>
  )
}

/** Which of the pages one stands on; a single session or series belongs to its list, no code at all is one's own centre. */
function listOver(pathname: string, code: string): string {
  if (pathname.startsWith('/desk/session/')) return paths.desk.centreSessions(code)
  if (pathname.startsWith('/desk/series/') || pathname === paths.desk.newSeries(code))
    return paths.desk.centreSeries(code)
  if (pathname === paths.desk.centre()) return paths.desk.centre(code)
  return pathname === paths.desk.centreSessions() ? paths.desk.centreSessions(code) : pathname
}

export function CentreNav({ code }: { code: string }) {
  const { t } = useWords()
  const { pathname } = useLocation()
  const links: [to: string, label: Words][] = [
    [paths.desk.centre(code), words.week],
    [paths.desk.centreSessions(code), words.sessions],
    [paths.desk.centreSeries(code), words.series],
    [paths.desk.centreBookings(code), words.bookings],
    [paths.desk.centreRooms(code), words.rooms],
    [paths.desk.centreGroups(code), words.groups],
    [paths.desk.centreSpaces(code), words.spaces],
    [paths.desk.byCode(), byCodeWords.open],
  ]
  return (
    <nav className="a-nav k-screen-only" aria-label={t(words.pages)}>
      {links.map(([to, label]) => (
        <Link
          key={to}
          to={to}
          {...(to === listOver(pathname, code) && { 'aria-current': 'page' as const })}
        >
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}

function OpenCentre({ code }: { code: string }) {
  const { t } = useWords()
  const [id] = useState(newCommandId)
  const [name, setName] = useState('')
  const [address, setAddress] = useState('')
  const [phone, setPhone] = useState('')
  const [lift, setLift] = useState(false)
  const save = useCommand(saveCentre, { refresh: [readCentres] })
  const missing = name.trim().length < 2 || address.trim() === ''
  return (
    <div className="k-stack k-measure">
      <Empty title={t(words.noCentre)} then={t(words.noCentreThen)} />
      <TextField label={t(words.nameZh)} value={name} onChange={(e) => setName(e.target.value)} />
      <TextField
        label={t(words.address)}
        value={address}
        onChange={(e) => setAddress(e.target.value)}
      />
      <TextField
        label={t(words.phone)}
        need="optional"
        value={phone}
        onChange={(e) => setPhone(e.target.value)}
      />
      <Tick label={t(words.lift)} checked={lift} onChange={setLift} />
      {save.error && <Problem error={save.error} refusals={activityRefusals} />}
      <div>
        <Button
          look="pri"
          busy={save.isPending}
          whyNot={missing ? t(words.noCentreThen) : null}
          onClick={() =>
            save.mutate({
              code,
              centreId: id,
              name: { zh: name.trim(), en: null },
              address: address.trim(),
              phone: phone.trim() === '' ? null : phone.trim(),
              lift,
              planPhoto: null,
            })
          }
        >
          {t(words.openCentre)}
        </Button>
      </div>
    </div>
  )
}
