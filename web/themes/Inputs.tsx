// Where one candidate's addends come from: each of them with its figures, down to the offers that were counted.
import type { EvidenceContent } from '#core/themes/contract-choice.ts'
import { useWords } from '#web/kit/language.ts'
import { themeWords as words } from './words.ts'

type Props = {
  candidate: EvidenceContent['candidates'][number]
  weights: EvidenceContent['weights']
  content: EvidenceContent
}

export function Inputs({ candidate, weights, content }: Props) {
  const { t } = useWords()
  const { need, resources, structure, addends } = candidate
  const { reached, survey } = content
  const sources = populationSources(content, structure.parts)
  const nameOf = (category: string) => {
    const found = reached.find((each) => each.category === category)
    return found === undefined ? category : t(found.categoryName)
  }
  return (
    <div className="th-input-columns k-columns">
      <section>
        <b>
          {t(words.needInput, { share: need.share, weight: weights.need, points: addends.need })}
        </b>
        {survey !== null && survey.weightingVersion !== null && (
          <p className="k-note">{t(words.weightedNote, { n: survey.weightingVersion })}</p>
        )}
      </section>
      <section>
        <b>
          {t(words.resourcesInput, {
            score: resources.score,
            weight: weights.resources,
            points: addends.resources,
          })}
        </b>
        <ul>
          {resources.parts.map((part) => (
            <li key={part.category}>
              {t(words.partResource, { ...part, name: nameOf(part.category) })}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <b>
          {t(words.structureInput, {
            score: structure.score,
            weight: weights.structure,
            points: addends.structure,
          })}
        </b>
        <ul>
          {structure.parts.map((part) => (
            <li key={`${part.dimension} ${part.categories.join(' ')}`}>
              {part.share === null
                ? t(words.partGroupNone, { name: t(part.name) })
                : t(words.partGroup, {
                    name: t(part.name),
                    share: part.share,
                    full: part.full,
                    voice: part.voice,
                  })}
            </li>
          ))}
        </ul>
        {sources.map(({ areaName: area, asOf, source }) => (
          <p key={`${area} ${asOf} ${source}`} className="k-note">
            {t(words.populationFrom, { area, day: asOf, source })}
          </p>
        ))}
      </section>
    </div>
  )
}

type Parts = Props['candidate']['structure']['parts']

/** Where the shares of these groups come from, each source once. */
function populationSources({ population }: EvidenceContent, parts: Parts) {
  const used = population.filter((each) =>
    parts.some((part) => part.share !== null && part.dimension === each.dimension),
  )
  return [...new Map(used.map((each) => [`${each.areaName} ${each.source}`, each])).values()]
}
