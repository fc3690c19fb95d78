// What the communities of a district made of their themes, for everybody, in the order of their codes.
import { useParams } from 'react-router'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { OpenPage, Part } from '#web/cases/open/OpenPage.tsx'
import { Practices } from '../ThemesPage.tsx'
import { openThemeWords as words } from './words-open.ts'
import '../themes.css'

export function PracticesPage() {
  const { code = '' } = useParams()
  const { t } = useWords()
  return (
    <OpenPage title={t(words.practices)} up={paths.open.home()} aloud={() => t(words.elsewhere)}>
      <Part>
        <Practices code={code} open />
      </Part>
    </OpenPage>
  )
}
