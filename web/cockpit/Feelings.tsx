// Four means with their intervals on the scale they were asked on: an ink tick in a pale band, and the same in numbers.
import type { ProgrammeFigures } from '#core/cockpit/contract-programme.ts'
import {
  feelingWords,
  programmeDefinitions,
  programmeVersion,
  programmeWords as words,
} from '#core/cockpit/words-programme.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { HowCounted } from '#web/kit/ui/FigureBlock.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'

type Means = NonNullable<ProgrammeFigures['feelings']>['means']

export function Feelings({ feelings }: { feelings: ProgrammeFigures['feelings'] }) {
  const { t } = useWords()
  const d = programmeDefinitions['28']
  const definition = {
    sentence: t(d.sentence),
    formula: t(d.formula),
    leftOut: t(d.leftOut),
    version: programmeVersion,
    owner: t(d.owner),
    whatToDo: t(d.whatToDo),
  }
  return (
    <section>
      <SectionHeading end={<HowCounted name={t(d.name)} definition={definition} />}>
        {t(words.feelings)}
      </SectionHeading>
      {feelings === null ? (
        <p className="k-sub">{t(words.noFeelings)}</p>
      ) : (
        <>
          <ul className="cockpit-feelings">
            {feelings.means.map((each) => (
              <Mean key={each.feeling} {...each} />
            ))}
          </ul>
          <p className="k-note">{t(words.feelingsBasis, { day: feelings.publishedOn })}</p>
        </>
      )}
    </section>
  )
}

function Mean({ feeling, n, mean, low, high, from, to }: Means[number]) {
  const { t } = useWords()
  const name = t(feelingWords[feeling])
  if (mean === null || low === null || high === null)
    return (
      <li>
        <b>{name}</b>
        <span className="k-hatch cockpit-feeling-scale" aria-hidden="true" />
        <span>{t(words.hiddenFew)}</span>
      </li>
    )
  const at = (value: number) => ((value - from) / (to - from)) * 100
  const said = t(words.feelingLine, {
    mean: mean.toFixed(2),
    low: low.toFixed(2),
    high: high.toFixed(2),
    to,
  })
  return (
    <li>
      <b>{name}</b>
      <svg
        className="cockpit-feeling-scale"
        viewBox="0 0 100 14"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line className="cockpit-feeling-line" x1="0" x2="100" y1="7" y2="7" />
        <rect
          className="cockpit-feeling-band"
          x={at(low)}
          width={Math.max(0.6, at(high) - at(low))}
          y="2"
          height="10"
        />
        <rect className="cockpit-feeling-tick" x={at(mean) - 0.3} width="0.6" y="0" height="14" />
      </svg>
      <span className="k-figures">
        {said}
        {n !== null && <small> {t(words.answered, { n: count(n) })}</small>}
      </span>
    </li>
  )
}
