// What is open near by is asked once there is a place and something said, and fetched no sooner.
import { lazy, Suspense } from 'react'
import { type Typed, worthAsking } from '../worth-asking.ts'

const Similar = lazy(async () => ({ default: (await import('./Similar.tsx')).Similar }))

type Props = { typed: Typed; leaves: { name: string; phone: string } }

export function SimilarOnceSaid({ typed, leaves }: Props) {
  if (!worthAsking(typed)) return null
  return (
    <Suspense fallback={null}>
      <Similar typed={typed} leaves={leaves} />
    </Suspense>
  )
}
