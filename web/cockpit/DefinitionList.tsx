// Every figure with its sentence, formula, items, day, what is left out, who explains it, what to do, and an example that is
// counted on this very page by the function that counts in earnest. For the desk and for anybody.
import { type ReactNode, useMemo } from 'react'
import { asOf, attributions, where } from '#core/cockpit/attributions.ts'
import { type TileKey, tileKeys } from '#core/cockpit/contract.ts'
import { definitions } from '#core/cockpit/definitions.ts'
import { exampleCases } from '#core/cockpit/example-cases.ts'
import { type Example, exampleOf } from '#core/cockpit/example.ts'
import { definitionWords as words, notMeasured } from '#core/cockpit/words-definitions.ts'
import {
  type LayerDefinition,
  besideDefinitions,
  besideWords,
  layerDefinitions,
  layerWords,
} from '#core/cockpit/words-layers.ts'
import { programmeDefinitions } from '#core/cockpit/words-programme.ts'
import { useNamedPart, useOpenOnPaper } from '#web/kit/folds.ts'
import { type Say, useWords } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { useSettings } from '#web/kit/settings.tsx'
import { Facts } from '#web/kit/ui/Room.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { kitWords } from '#web/kit/words.ts'
import { loopGroups } from './loop-groups.ts'
import './definitions.css'

export const anchorOf = (key: string): string => `figure-${key}`

/** In large letters the short answer stands, and how it is made folds: the page is long enough without. */
function How({ children }: { children: ReactNode }) {
  const { t } = useWords()
  const { elder } = useSettings()
  if (elder === null) return children
  return (
    <details className="open-more">
      <summary>{t(kitWords.howCounted)}</summary>
      {children}
    </details>
  )
}

/** A section under its heading; in large letters a fold of its own, which says how much it holds. */
function Folded({ title, end, n, children }: FoldedProps) {
  const { t } = useWords()
  const { elder } = useSettings()
  if (elder === null)
    return (
      <section>
        <SectionHeading {...(end !== undefined && { end })}>{title}</SectionHeading>
        {children}
      </section>
    )
  return (
    <details className="open-more definitions-fold">
      <summary>
        <h2>{title}</h2>
        {n !== undefined && (
          <>
            {' '}
            <span>{t(words.howMany, { n })}</span>
          </>
        )}
      </summary>
      {end !== undefined && <p className="k-note">{end}</p>}
      {children}
    </details>
  )
}
/** Without `n` the title itself says how many. */
type FoldedProps = { title: string; end?: string; n?: number; children: ReactNode }

export function DefinitionList() {
  const { t } = useWords()
  useNamedPart()
  useOpenOnPaper()
  return (
    <div className="definitions">
      <Laws />
      <Loop />
      <Folded title={t(words.programme)} n={Object.keys(programmeDefinitions).length}>
        <ol className="definitions-list">
          {Object.entries(programmeDefinitions).map(([key, d]) => (
            <li key={key} id={anchorOf(key)}>
              <h3>{t(d.name)}</h3>
              <p>{t(d.sentence)}</p>
              <How>
                <Facts
                  facts={[
                    [t(kitWords.formula), t(d.formula)],
                    [t(kitWords.leftOut), t(d.leftOut)],
                    [t(kitWords.owner), t(d.owner)],
                    [t(kitWords.whatToDo), t(d.whatToDo)],
                  ]}
                />
              </How>
            </li>
          ))}
        </ol>
      </Folded>
      <Apart title={t(layerWords.heading)} sub={t(layerWords.basis)} entries={layerDefinitions} />
      <Apart
        title={t(besideWords.heading)}
        sub={t(besideWords.basis)}
        entries={besideDefinitions}
      />
      <NotMeasured />
      <Cases />
    </div>
  )
}

type ApartProps = {
  title: string
  sub: string
  entries: Readonly<Record<string, LayerDefinition>>
}

/** Figures that count something else than the tiles do, or stand beside them. */
function Apart({ title, sub, entries }: ApartProps) {
  const { t } = useWords()
  return (
    <Folded title={title} end={sub} n={Object.keys(entries).length}>
      <ol className="definitions-list">
        {Object.entries(entries).map(([key, d]) => (
          <li key={key} id={anchorOf(key)}>
            <h3>{t(d.name)}</h3>
            <p>{t(d.sentence)}</p>
            <How>
              <Facts
                facts={[
                  [t(kitWords.formula), t(d.formula)],
                  [t(kitWords.leftOut), t(d.leftOut)],
                ]}
              />
            </How>
          </li>
        ))}
      </ol>
    </Folded>
  )
}

function Laws() {
  const { t } = useWords()
  const laws = [words.law_fraction, words.law_small, words.law_past, words.law_left]
  return (
    <section className="definitions-laws">
      <SectionHeading>{t(words.laws)}</SectionHeading>
      <ol>
        {laws.map((law) => (
          <li key={law.zh}>{t(law)}</li>
        ))}
      </ol>
      <Facts
        facts={[
          [t(words.whereLaw), t(where)],
          [t(words.asOfLaw), t(asOf)],
        ]}
      />
    </section>
  )
}

/** One list at the desk; in large letters by what is asked. */
function Loop() {
  const { t } = useWords()
  const { elder } = useSettings()
  const list = (keys: readonly TileKey[]) => (
    <ol className="definitions-list">
      {keys.map((key) => (
        <OfLoop key={key} of={key} />
      ))}
    </ol>
  )
  if (elder === null)
    return (
      <section>
        <SectionHeading>{t(words.loop)}</SectionHeading>
        {list(tileKeys)}
      </section>
    )
  return loopGroups.map(([name, keys]) => (
    <Folded key={name.zh} title={t(name)} n={keys.length}>
      {list(keys)}
    </Folded>
  ))
}

function OfLoop({ of: key }: { of: TileKey }) {
  const { t } = useWords()
  const d = definitions[key]
  const { item, when } = attributions[key]
  const example = useMemo(() => exampleOf(key), [key])
  return (
    <li id={anchorOf(key)}>
      <h3>
        <span className="definitions-number">{key}</span> {t(d.name)}
      </h3>
      <p>{t(d.sentence)}</p>
      <How>
        <Facts
          facts={[
            [t(kitWords.formula), t(d.formula)],
            [t(words.item), t(item)],
            [t(words.when), t(when)],
            [t(kitWords.leftOut), t(d.leftOut)],
            [t(kitWords.owner), t(d.owner)],
            [t(kitWords.whatToDo), t(d.whatToDo)],
            example && [t(words.example), <Shown key="example" example={example} of={key} />],
          ]}
        />
      </How>
    </li>
  )
}

function Shown({ example, of: key }: { example: Example; of: TileKey }) {
  const { t, lang } = useWords()
  const { above, below } = example
  const numbers = (of: number[]) => listed(of.map(String), lang)
  const twice = [above, below].some((of) => new Set(of).size < of.length)
  return (
    <>
      <b>{valueText(example, key, t)}</b>
      {above.length > 0 && <span>{t(words.exampleAbove, { above: numbers(above) })}</span>}
      {below.length > 0 && <span>{t(words.exampleBelow, { below: numbers(below) })}</span>}
      {twice && <span>{t(words.exampleTwice)}</span>}
    </>
  )
}

function valueText({ value, unit, num, den }: Example, key: TileKey, t: Say): string {
  const values = { value: value ?? '–', num: num ?? '', den: den ?? '' }
  if (key === '1') return t(words.exampleFiled, values)
  if (key === '26c') return t(words.example_typing, values)
  if (unit === 'rate')
    return t(words.exampleRate, { ...values, rate: ((value ?? 0) * 100).toFixed(1) })
  return t(words[`example_${unit}`], values)
}

function NotMeasured() {
  const { t } = useWords()
  return (
    <Folded title={t(words.notMeasured)} n={notMeasured.length}>
      <ol className="definitions-list">
        {notMeasured.map(({ what, why }) => (
          <li key={what.zh}>
            <h3>{t(what)}</h3>
            <p>{t(why)}</p>
          </li>
        ))}
      </ol>
    </Folded>
  )
}

function Cases() {
  const { t } = useWords()
  return (
    <div className="definitions-cases" id="cases">
      <Folded title={t(words.casesTitle)}>
        <p className="k-sub k-measure">{t(words.casesBasis)}</p>
        <ol>
          {exampleCases.map(({ n, words: told }) => (
            <li key={n}>
              <b>{t(words.caseNumber, { n })}</b>
              <span>{t(told)}</span>
            </li>
          ))}
        </ol>
      </Folded>
    </div>
  )
}
