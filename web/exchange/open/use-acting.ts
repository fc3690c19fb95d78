// One act at a time: whether it is under way, and why the last one failed.
import { useState } from 'react'

export function useActing() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (failed) {
      setError(failed)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, attempt }
}
