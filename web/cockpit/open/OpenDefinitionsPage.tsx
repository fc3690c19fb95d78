// 指标口径, open to all: whoever doubts a number reads here how it is made.
import { definitionsVersion } from '#core/cockpit/definitions.ts'
import { definitionWords as words } from '#core/cockpit/words-definitions.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { OpenPage, Part } from '#web/kit/ui/OpenPage.tsx'
import { useMyCommunity } from '#web/places/my-community.ts'
import { DefinitionList } from '../DefinitionList.tsx'

export function OpenDefinitionsPage() {
  const { t } = useWords()
  const [mine] = useMyCommunity()
  const up = mine === null ? paths.open.home() : paths.open.performance(mine.code)
  const aloud = () =>
    [words.lead, words.law_fraction, words.law_small, words.law_past, words.law_left]
      .map((each) => t(each))
      .join('')
  return (
    <OpenPage title={t(words.title)} up={up} aloud={aloud}>
      <Part>
        <p className="k-compact">{t(words.lead)}</p>
        <p className="k-note">{t(words.version, { version: definitionsVersion })}</p>
      </Part>
      <Part>
        <DefinitionList />
      </Part>
    </OpenPage>
  )
}
