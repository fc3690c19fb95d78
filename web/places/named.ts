// An area's name in the language of who reads.
import { useWords } from '#web/kit/language.ts'

export type Named = { code: string; name: string; nameEn: string | null }

export function useNamed(): (area: Named) => string {
  const { lang } = useWords()
  return (area) => (lang === 'en' ? (area.nameEn ?? area.name) : area.name)
}
