// Behind this only signed-in staff: asks who is here, brings the sign-in page, and comes back to where one was.
import { type ReactNode, Suspense } from 'react'
import { Navigate, useLocation } from 'react-router'
import { RefusalError } from '#web/kit/api.ts'
import { OwnerContext } from '#web/kit/owner.ts'
import { paths } from '#web/kit/paths.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Loading, Problem } from '#web/kit/ui/States.tsx'
import { useMe } from '#web/people/me.ts'
import { page } from './page.ts'
import './frames.css'

const MustChangePassword = page(
  () => import('#web/people/MustChangePassword.tsx'),
  'MustChangePassword',
)

const MustEnrol = page(() => import('#web/people/SecondFactor.tsx'), 'MustEnrol')

export function StaffOnly({ children }: { children: ReactNode }) {
  const me = useMe()
  const { door } = useSettings()
  const here = useLocation()
  const signedOut = me.error instanceof RefusalError && me.error.refusal === 'not_signed_in'
  if (signedOut) {
    const then = here.pathname + here.search
    return (
      <Navigate
        replace
        to={door === 'field' ? paths.field.signIn(then) : paths.desk.signIn(then)}
      />
    )
  }
  if (me.data?.mustChangePassword)
    return (
      <Suspense fallback={<Loading />}>
        <MustChangePassword />
      </Suspense>
    )
  if (me.data?.mustEnrol)
    return (
      <Suspense fallback={<Loading />}>
        <MustEnrol />
      </Suspense>
    )
  if (me.data) return <OwnerContext value={me.data.id}>{children}</OwnerContext>
  return (
    <main className="d-alone">
      {me.error ? <Problem error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
    </main>
  )
}
