// The way out to the provider and back: the server says where to go, the page it comes back to ends it.
import { startOidc } from '#core/people/contract-oidc.ts'
import { call } from '#web/kit/api.ts'

export async function goToProvider(aim: 'signIn' | 'link', then: string | null): Promise<void> {
  const { url } = await call(startOidc, { aim, ...(then !== null && { then }) })
  window.location.assign(url)
}
