// The home of a community: its news, and above them this week's lecture, which another room knows of.
import { lazy, Suspense } from 'react'
import { HomePage } from '#web/cases/open/HomePage.tsx'

// The news stand before the programme has come.
const HomeWeek = lazy(async () => ({
  default: (await import('#web/activities/open/HomeWeek.tsx')).HomeWeek,
}))

export function OpenHome() {
  return (
    <HomePage
      programme={(code) => (
        <Suspense fallback={null}>
          <HomeWeek code={code} />
        </Suspense>
      )}
    />
  )
}
