// A result that is not handed in yet: kept on this phone, theirs alone, so that "before" may be taken in the morning and
// "after" in the evening, and a page that was closed opens as it was left.
import { useEffect, useRef, useState } from 'react'
import { deviceStore } from '#web/kit/device-store.ts'
import { useOwner } from '#web/kit/owner.ts'

export type HandInDraft = {
  text: string
  outcome: string
  before: File[]
  after: File[]
  voice: File | null
}
type Stored = HandInDraft & { key: string; owner: string; keptAt: number }

const store = deviceStore<Stored>('sheets')
const name = 'handIn '
const keyOf = (owner: string, number: string): string => `${name}${owner} ${number}`
const keptMs = 14 * 86_400_000

const isEmpty = ({ text, before, after, voice }: HandInDraft): boolean =>
  text.trim() === '' && before.length + after.length === 0 && voice === null

/** Old drafts of whoever is here go when one is read: a photo does not lie on a phone for ever. */
async function read(owner: string, number: string): Promise<Stored | null> {
  const own = (await store.all()).filter((one) => one.owner === owner && one.key.startsWith(name))
  for (const old of own) if (old.keptAt < Date.now() - keptMs) await store.remove(old.key)
  const found = await store.get(keyOf(owner, number))
  return found?.owner === owner ? found : null
}

/** Undefined until the phone's memory has answered, null where nothing was begun. */
export function useDraft(number: string): Stored | null | undefined {
  const owner = useOwner()
  const [draft, setDraft] = useState<Stored | null>()
  useEffect(() => {
    let here = true
    const found = (one: Stored | null) => void (here && setDraft(one))
    read(owner, number).then(found, () => found(null))
    return () => void (here = false)
  }, [owner, number])
  return draft
}

/** Writes every change; `end` forgets it once the result has gone its way. */
export function useKeepDraft(number: string, draft: HandInDraft) {
  const owner = useOwner()
  const ended = useRef(false)
  const { text, outcome, before, after, voice } = draft
  useEffect(() => {
    if (ended.current) return
    const next = { text, outcome, before, after, voice }
    const key = keyOf(owner, number)
    const work = isEmpty(next)
      ? store.remove(key)
      : store.put({ ...next, key, owner, keptAt: Date.now() })
    void work.catch(() => null) // No room left: what is on the screen is still there.
  }, [owner, number, text, outcome, before, after, voice])
  return () => {
    ended.current = true
    void store.remove(keyOf(owner, number)).catch(() => null)
  }
}
