// The browsers and phones on which I am signed in, and the way to end any or all of them.
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { endMySession, listMySessions, signOutEverywhere } from '#core/people/contract.ts'
import { call } from '#web/kit/api.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Room } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { Table } from '#web/kit/ui/Table.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { ChangePassword } from './MustChangePassword.tsx'
import { LinkSection } from './LinkSection.tsx'
import { FactorSection } from './SecondFactor.tsx'
import { staffWords } from './words-staff.ts'
import { peopleWords as words } from './words.ts'
import './roster.css'

/** Firefox · Android, from what the browser says of itself; unknown ones are shown as they are. */
function deviceOf(agent: string): string {
  const browsers = ['MicroMessenger', 'Edg', 'Firefox', 'HeadlessChrome', 'Chrome', 'Safari']
  const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS X', 'Linux']
  const find = (names: string[]) => names.find((name) => agent.includes(name))
  const [browser, system] = [find(browsers), find(systems)]
  if (browser === undefined || system === undefined) return agent
  const spoken: Record<string, string> = {
    MicroMessenger: '微信',
    Edg: 'Edge',
    HeadlessChrome: 'Chrome',
  }
  return `${spoken[browser] ?? browser} · ${system}`
}

export function SessionsPage() {
  const { t } = useWords()
  const times = useTimes()
  const client = useQueryClient()
  const [changing, setChanging] = useState(false)
  const list = useEndpoint(listMySessions, {})
  if (list.error && !list.data)
    return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <Loading what={t(words.fetchingSessions)} />
  const end = async (id: string) => {
    await call(endMySession, { id })
    await client.invalidateQueries({ queryKey: [listMySessions.name] })
  }
  const endAll = async () => {
    await call(signOutEverywhere, {})
    await client.invalidateQueries()
  }
  return (
    <Room
      title={t(words.sessions)}
      sub={t(words.sessionsSub)}
      tools={
        <>
          <Button onClick={() => setChanging(true)}>{t(staffWords.change)}</Button>
          <Button look="grave" onClick={() => void endAll()}>
            {t(words.everywhere)}
          </Button>
        </>
      }
    >
      <Table
        caption={t(words.sessions)}
        columns={[
          {
            key: 'device',
            head: '',
            cell: (one) => (
              <>
                {one.userAgent === null ? t(words.unknownDevice) : deviceOf(one.userAgent)}
                {one.address !== null && <small>{one.address}</small>}
              </>
            ),
            width: '50%',
          },
          { key: 'since', head: t(words.since), cell: (one) => times.dayTime(one.createdAt) },
          { key: 'seen', head: t(words.lastSeen), cell: (one) => times.dayTime(one.lastSeenAt) },
          {
            key: 'end',
            head: '',
            cell: (one) =>
              one.thisOne ? (
                t(words.thisOne)
              ) : (
                <Button onClick={() => void end(one.id)}>{t(words.end)}</Button>
              ),
          },
        ]}
        rows={list.data.items}
        rowKey={(one) => one.id}
      />
      <FactorSection />
      <LinkSection />
      {changing && <Change onDone={() => setChanging(false)} />}
    </Room>
  )
}

function Change({ onDone }: { onDone: () => void }) {
  const { t } = useWords()
  const toast = useToast()
  const done = () => {
    onDone()
    toast(t(staffWords.changed))
  }
  return (
    <section>
      <SectionHeading>{t(staffWords.change)}</SectionHeading>
      <div className="sessions-change">
        <ChangePassword onDone={done} />
      </div>
    </section>
  )
}
