// The others who have the same case open: asked while this page is in front, told at once over the live line, gone when
// the page is left. Nothing is locked; who comes second is told by the case itself.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { type PresentView, tellPresence } from '#core/cases/contract-presence.ts'
import type { Move } from '#core/cases/moves.ts'
import { beatSeconds } from '#core/cases/presence.ts'
import { moveWords } from '#core/cases/words-moves.ts'
import { call } from '#web/kit/api.ts'
import { type Say, useWords } from '#web/kit/language.ts'
import { newCommandId } from '#web/kit/outbox.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { casePageWords as words } from './words-case.ts'
import './presence.css'

const tab = newCommandId()
/** Whoever walks down a list with J is not in every case of it. */
const settlesMs = 1_200

export const presenceKey = (number: string) => [tellPresence.name, number]

/** Says that this page is in the case, and in which act; answers who else is. */
export function usePresence(number: string | null, doing: Move | null): PresentView[] {
  const client = useQueryClient()
  const settled = useSettled(number)
  const query = useQuery({
    queryKey: presenceKey(settled ?? ''),
    queryFn: async () =>
      (await call(tellPresence, { number: settled ?? '', tab, here: true, doing })).others,
    enabled: settled !== null,
    refetchInterval: beatSeconds * 1000,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  })
  useEffect(() => {
    if (settled !== null) void client.invalidateQueries({ queryKey: presenceKey(settled) })
  }, [client, settled, doing])
  useEffect(() => {
    if (settled === null) return
    return () =>
      void call(tellPresence, { number: settled, tab, here: false, doing: null }).catch(
        () => undefined, // the line is gone: silence says the same a little later
      )
  }, [settled])
  return settled === number ? (query.data ?? []) : []
}

function useSettled(number: string | null): string | null {
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(number), settlesMs)
    return () => clearTimeout(timer)
  }, [number])
  return settled
}

const Context = createContext<PresentView[]>([])

/** For the forms inside: each of them says who is in the middle of what. */
export const PresenceOf = ({
  others,
  children,
}: {
  others: PresentView[]
  children: ReactNode
}) => <Context value={others}>{children}</Context>

function sentencesOf(others: readonly PresentView[], t: Say): string[] {
  return others.map(({ name, post, doing }) =>
    doing === null
      ? t(words.alsoHere, { name, post: t(post) })
      : t(words.isDoing, { name, post: t(post), move: t(moveWords[doing]) }),
  )
}

/** On the page of the case and beside the list. */
export function Others({ others }: { others: readonly PresentView[] }) {
  const { t } = useWords()
  const acting = others.some(({ doing }) => doing !== null)
  return (
    <div role="status" className="case-others">
      {others.length > 0 && (
        <Notice tone={acting ? 'zhe' : 'plain'}>
          {sentencesOf(others, t).map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}

/** At the top of a form: only those who are in the middle of an act themselves. */
export function OthersActing() {
  const { t } = useWords()
  const acting = useContext(Context).filter(({ doing }) => doing !== null)
  return (
    <div role="status">
      {acting.length > 0 && (
        <Notice tone="zhe">
          {sentencesOf(acting, t).map((said) => (
            <p key={said}>{said}</p>
          ))}
          <p className="k-note">{t(words.nobodyLocked)}</p>
        </Notice>
      )}
    </div>
  )
}
