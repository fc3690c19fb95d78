// Places for staff, with the one answer that the people room knows: who is responsible here now.
import { readTeam } from '#core/people/contract.ts'
import { roles } from '#core/people/roles.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Loading } from '#web/kit/ui/States.tsx'
import { PlacesPage } from '#web/places/PlacesPage.tsx'
import { useDeskArea } from './desk-area.ts'
import { useMe } from './me.ts'
import { useRight } from './rights-of-me.ts'
import { staffWords } from './words-staff.ts'
import { peopleWords as words } from './words.ts'
import './roster.css'

export function DeskPlacesPage() {
  const code = useDeskArea()
  const mayDraw = useRight('keepPlaces')
  const me = useMe().data
  const heads =
    me?.grants.some((grant) => roles[grant.role].marks.includes('HD') && isAboveCommunity(grant)) ??
    false
  if (code === null) return <Loading />
  return (
    <PlacesPage
      code={code}
      mayDraw={mayDraw}
      mayConfirm={mayDraw || heads}
      responsible={(of) => <Responsible code={of} />}
    />
  )
}

const isAboveCommunity = ({ areaLevel }: { areaLevel: string }): boolean =>
  ['street', 'district', 'city'].includes(areaLevel)

function Responsible({ code }: { code: string }) {
  const { t } = useWords()
  const team = useEndpoint(readTeam, { code }, { keepPrevious: true }).data
  if (team === undefined) return null
  return (
    <div className="places-responsible">
      <Notice tone="accent" title={t(words.now)}>
        {t(team.responsible.sentence)}
      </Notice>
      <ButtonLink to={paths.desk.team(code)}>{t(staffWords.seeTeam)}</ButtonLink>
    </div>
  )
}
