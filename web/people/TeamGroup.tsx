// The people of one team, post by post: who is there, until when, and who is away.
import type { TeamView } from '#core/people/contract.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { Table } from '#web/kit/ui/Table.tsx'
import { peopleWords as words } from './words.ts'

export type Group = TeamView['groups'][number]
type Member = Group['members'][number]

export function TeamGroup({ group }: { group: Group }) {
  const { t } = useWords()
  const times = useTimes()
  if (group.members.length === 0) return <p className="k-note">{t(words.noMembers)}</p>
  const presence = (member: Member): string => {
    if (member.away !== null) return `${t(words.away)} · ${t(member.away.reason)}`
    return member.onDutyUntil === null
      ? ''
      : `${t(words.onDuty)} – ${times.near(member.onDutyUntil)}`
  }
  return (
    <Table
      caption={t(group.name)}
      compact
      columns={[
        { key: 'post', head: '', cell: (member) => t(member.post), width: '40%' },
        { key: 'name', head: '', cell: (member) => member.name ?? '' },
        { key: 'there', head: '', cell: presence },
      ]}
      rows={group.members}
      rowKey={(member) => `${member.role ?? ''} ${t(member.post)} ${member.name ?? ''}`}
    />
  )
}
