// 指标口径 on the desk: the list that anybody may read, inside the frame of staff.
import { definitionsVersion } from '#core/cockpit/definitions.ts'
import { definitionWords as words } from '#core/cockpit/words-definitions.ts'
import { useWords } from '#web/kit/language.ts'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { DefinitionList } from './DefinitionList.tsx'
import './cockpit.css'

export function DefinitionsPage() {
  const { t } = useWords()
  return (
    <div className="cockpit-definitions">
      <PageHeading
        title={t(words.title)}
        sub={`${t(words.version, { version: definitionsVersion })} · ${t(words.lead)}`}
      />
      <DefinitionList />
    </div>
  )
}
