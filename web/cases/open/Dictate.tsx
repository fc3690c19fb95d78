// The phone's own dictation, fetched after the page it stands on.
import { type ComponentType, lazy, Suspense } from 'react'

type Props = { onHeard: (text: string) => void; big?: boolean }

const Nothing: ComponentType<Props> = () => null
const Speak = lazy(async () => {
  const found = await import('./Speak.tsx')
  return { default: found.canListen() ? found.Speak : Nothing }
})

export const Dictate = (props: Props) => (
  <Suspense fallback={null}>
    <Speak {...props} />
  </Suspense>
)
