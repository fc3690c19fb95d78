// The name of a community in the language of the page, where it has one.
import { useWords } from '#web/kit/language.ts'

export function useNameOf() {
  const { lang } = useWords()
  return ({ community }: { community: { name: string; nameEn: string | null } }) =>
    lang === 'en' ? (community.nameEn ?? community.name) : community.name
}
