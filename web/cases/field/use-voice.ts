// A voice note of an act, and how it follows the act.
import { useState } from 'react'
import { useOwner } from '#web/kit/owner.ts'

export function useVoice(begun: File | null = null) {
  const owner = useOwner()
  const [note, setNote] = useState<File | null>(begun)
  const attachTo = async (number: string): Promise<void> => {
    if (note === null) return
    const { sendVoice } = await import('./send-voice.ts')
    await sendVoice(note, number, owner)
    setNote(null)
  }
  return { note, setNote, attachTo }
}
