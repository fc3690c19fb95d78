// A file of this device that is looked at before it is taken in. It stays in memory, so that a change of columns looks again
// without choosing it once more, and what was seen stays on the page meanwhile.
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { contentOf } from './file-content.ts'
import { newCommandId } from './outbox.ts'

/** `id` is the command with which it is taken in: pressed again after a break, it goes on. */
export type ChosenFile = { id: string; fileName: string; content: string }

type Asked<Seen, Mapping> = {
  bytesMax: number
  look: (file: Omit<ChosenFile, 'id'> & { mapping: Mapping | null }) => Promise<Seen>
  /** Another file was chosen: what became of the one before is over. */
  onOther: () => void
}

export function useLookedFile<Seen, Mapping>({ bytesMax, look, onOther }: Asked<Seen, Mapping>) {
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [seen, setSeen] = useState<Seen | null>(null)
  const looked = useMutation<Seen, Error, ChosenFile & { mapping: Mapping | null }>({
    mutationFn: ({ id: _id, ...asked }) => look(asked),
    onSuccess: setSeen,
  })
  const choose = async (chosen: File | undefined) => {
    onOther()
    looked.reset()
    setFile(null)
    setSeen(null)
    setTooLarge(chosen !== undefined && chosen.size > bytesMax)
    if (chosen === undefined || chosen.size > bytesMax) return
    const content = await contentOf(chosen)
    const next = { id: newCommandId(), fileName: chosen.name.slice(0, 200), content }
    setFile(next)
    looked.mutate({ ...next, mapping: null })
  }
  const again = (mapping: Mapping) => file !== null && looked.mutate({ ...file, mapping })
  return { file, tooLarge, seen, looking: looked.isPending, error: looked.error, choose, again }
}
