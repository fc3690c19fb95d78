// Joining a matter and saying that it is still broken: sent once, the receipt kept on this device, then followed.
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { affectedToo, stillBroken } from '#core/cases/contract-voices.ts'
import { RefusalError } from '#web/kit/api.ts'
import { useWords } from '#web/kit/language.ts'
import { now } from '#web/kit/now.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { askPosition } from '#web/places/where-am-i.ts'
import { keepReceipt } from './receipts.ts'
import { useRefusal } from './refused.ts'
import { voicesWords as words } from './words-voices.ts'

type Of = { number: string; what: string; area: string }
type Receipt = { number: string; secret: string | null; link: string | null }

const left = ({ name, phone }: { name: string; phone: string }) => ({
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
})

function useArrived(lead: 'joined' | 'still') {
  const navigate = useNavigate()
  return (receipt: Receipt, of: Of) => {
    if (receipt.secret !== null)
      keepReceipt({
        number: receipt.number,
        secret: receipt.secret,
        link: receipt.link,
        what: of.what,
        at: now(),
        area: of.area,
        dueAt: null,
        responsible: null,
        sentence: words.joinedTitle,
        lead,
      })
    void navigate(
      receipt.secret === null
        ? paths.open.follow(receipt.number)
        : paths.open.receipt(receipt.number),
    )
  }
}

function useTrouble(error: unknown): string | null {
  const { t } = useWords()
  const own = useRefusal(error)
  return error === null || own === undefined ? null : t(own ?? wordsOfError(error))
}

export function useJoin(leaves: { name: string; phone: string }) {
  const arrived = useArrived('joined')
  const act = useCommand(affectedToo)
  const trouble = useTrouble(act.error)
  const [busy, setBusy] = useState<string | null>(null)
  const send = (of: Of) => {
    setBusy(of.number)
    act.mutate(
      { number: of.number, ...left(leaves) },
      { onSuccess: (receipt) => arrived(receipt, of), onSettled: () => setBusy(null) },
    )
  }
  return { send, busy, trouble }
}

/** The position is asked on the press, sent once for the distance, and kept nowhere. */
export function useStillBroken(of: Of) {
  const { t } = useWords()
  const arrived = useArrived('still')
  const act = useCommand(stillBroken)
  const trouble = useTrouble(act.error)
  const [asking, setAsking] = useState(false)
  const [lost, setLost] = useState<string | null>(null)
  const send = async (said: { words: string; phone: string; secret: string | null }) => {
    setLost(null)
    setAsking(true)
    const point = said.secret === null ? await askPosition() : null
    setAsking(false)
    if (typeof point === 'string') return setLost(t(words.noPosition))
    const how =
      said.secret === null
        ? { ...(point === null ? {} : { point }), ...left({ name: '', phone: said.phone }) }
        : { secret: said.secret }
    act.mutate(
      { number: of.number, words: said.words.trim(), ...how },
      { onSuccess: (receipt) => arrived(receipt, of) },
    )
  }
  const far = act.error instanceof RefusalError && act.error.refusal === 'not_yours'
  const refused = far ? t(words.tooFar) : trouble
  return {
    send: (said: { words: string; phone: string; secret: string | null }) => void send(said),
    asking,
    busy: asking || act.isPending,
    trouble: lost ?? refused,
  }
}
