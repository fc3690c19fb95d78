// The report, and above it what was scanned, which another room knows of.
import { lazy, Suspense } from 'react'
import { ReportPage } from '#web/cases/open/ReportPage.tsx'

// Few come by a code on a thing.
const Scanned = lazy(async () => ({
  default: (await import('#web/patrols/open/Scanned.tsx')).Scanned,
}))

export function OpenReport() {
  return (
    <ReportPage
      scanned={(asked) => (
        <Suspense fallback={null}>
          <Scanned {...asked} />
        </Suspense>
      )}
    />
  )
}
