// The recorder, fetched after the page it stands on: nobody waits for it to write.
import { type ComponentType, lazy, Suspense } from 'react'

type Props = { note: File | null; onChange: (note: File | null) => void }

const Nothing: ComponentType<Props> = () => null
const Recorder = lazy(async () => {
  const { canRecord, VoiceNote } = await import('./VoiceNote.tsx')
  return { default: canRecord() ? VoiceNote : Nothing }
})

export const Voice = (props: Props) => (
  <Suspense fallback={null}>
    <Recorder {...props} />
  </Suspense>
)
