// Who covers this place now: the grid's team, the duty people above it, sections and posts. Names are for staff.
import { useParams } from 'react-router'
import { readTeam } from '#core/people/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { telephone } from '#web/kit/ui/Ways.tsx'
import { type Group, TeamGroup } from './TeamGroup.tsx'
import { peopleWords as words } from './words.ts'

export function TeamPage() {
  const { t } = useWords()
  const { code = '' } = useParams()
  const team = useEndpoint(readTeam, { code })
  if (team.error && !team.data)
    return <Problem error={team.error} onRetry={() => void team.refetch()} />
  if (!team.data) return <Loading what={t(words.fetchingTeam)} />
  const { areaName, responsible, groups } = team.data
  return (
    <Room title={t(areaName)} sub={t(words.team)}>
      <Notice tone="accent" title={t(words.now)}>
        {t(responsible.sentence)}
      </Notice>
      {groups.map((group: Group) => (
        <section key={`${group.areaCode} ${group.unitCode ?? ''}`}>
          <SectionHeading
            end={
              group.phone === null ? null : (
                <a className="k-link" href={telephone(group.phone)}>
                  {group.phone}
                </a>
              )
            }
          >
            {group.section === null ? t(group.name) : `${t(group.section)} · ${t(group.name)}`}
          </SectionHeading>
          <TeamGroup group={group} />
        </section>
      ))}
      <p className="k-note">{t(words.order)}</p>
    </Room>
  )
}
