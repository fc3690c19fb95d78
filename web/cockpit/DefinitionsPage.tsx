// 口径总览: every figure with its sentence, formula, what is left out, who explains it and what to do.
import { tileKeys } from '#core/cockpit/contract.ts'
import { definitions, definitionsVersion } from '#core/cockpit/definitions.ts'
import { cockpitWords as words } from '#core/cockpit/words.ts'
import { useWords } from '#web/kit/language.ts'
import { Facts } from '#web/kit/ui/Room.tsx'
import { PageHeading } from '#web/kit/ui/SectionHeading.tsx'
import { kitWords } from '#web/kit/words.ts'
import './cockpit.css'

export function DefinitionsPage() {
  const { t } = useWords()
  return (
    <div className="cockpit-definitions">
      <PageHeading
        title={t(words.definitions)}
        sub={`${t(kitWords.version)} ${definitionsVersion} · ${t(words.definitionsBasis)}`}
      />
      <ol>
        {tileKeys.map((key) => {
          const d = definitions[key]
          const facts = [
            [kitWords.formula, d.formula],
            [kitWords.leftOut, d.leftOut],
            [kitWords.owner, d.owner],
            [kitWords.whatToDo, d.whatToDo],
          ] as const
          return (
            <li key={key} id={`figure-${key}`}>
              <h2>{t(d.name)}</h2>
              <p>{t(d.sentence)}</p>
              <Facts facts={facts.map(([term, text]) => [t(term), t(text)] as const)} />
            </li>
          )
        })}
      </ol>
    </div>
  )
}
