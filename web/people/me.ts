// Who is signed in, for pages that ask what a person may do.
import { useQueryClient } from '@tanstack/react-query'
import { type MeView, readMe, signIn, signOut } from '#core/people/contract.ts'
import { call } from '#web/kit/api.ts'
import { useEndpoint } from '#web/kit/queries.ts'

export function useMe() {
  return useEndpoint(readMe, {})
}

/** The post under which a person acts, in words: duty first, else the first grant. */
export function postOf(me: MeView, lang: 'zh' | 'en'): string {
  const duty = me.dutyNow[0]
  if (duty) return [duty.areaName[lang], duty.unitName?.[lang] ?? ''].filter(Boolean).join(' ')
  const grant = me.grants[0]
  if (grant === undefined) return ''
  const area = grant.areaName[lang]
  // The post says the level already: Qunhuicun Community secretary.
  const where = lang === 'en' ? area.replace(/ (Community|Subdistrict|District)$/, '') : area
  return `${grant.unitName?.[lang] ?? where} ${grant.roleName[lang]}`
}

export function useSession() {
  const client = useQueryClient()
  return {
    async enter(login: string, password: string, code?: string): Promise<void> {
      const me = await call(signIn, { login, password, ...(code !== undefined && { code }) })
      client.clear() // nothing that another person has read may stay on the screen
      client.setQueryData([readMe.name, {}], me)
    },
    async leave(): Promise<void> {
      await call(signOut, {})
      client.clear()
    },
  }
}
