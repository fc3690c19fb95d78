// What keeps the draft from being put in force, numbered as on the map.
import type { Corner } from '#core/places/corners.ts'
import type { DrawingFault } from '#core/places/drawing-faults.ts'
import { useWords } from '#web/kit/language.ts'
import { count } from '#web/kit/numbers.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import type { Drafting } from './drafting.ts'
import { usePartName } from './part-names.ts'
import { faultWords, redrawWords as words } from './words-redraw.ts'

type Props = { drafting: Drafting; onShow: (at: Corner) => void }

export function FaultList({ drafting, onShow }: Props) {
  const { t } = useWords()
  const { faults } = drafting
  const say = useFaultSentence(drafting)
  return (
    <section aria-live="polite">
      {faults.length === 0 ? (
        <Notice tone="accent">{t(words.faultless)}</Notice>
      ) : (
        <SectionHeading>{t(words.faults, { n: faults.length })}</SectionHeading>
      )}
      <ol className="redraw-faults">
        {faults.map((fault, i) => (
          <li key={i}>
            <span>{say(fault)}</span>
            {fault.at !== null && (
              <Button
                look="quiet"
                onClick={() => {
                  drafting.choose(fault.part)
                  if (fault.at !== null) onShow(fault.at)
                }}
              >
                {t(words.seeIt)}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function useFaultSentence({ drawing }: Pick<Drafting, 'drawing'>) {
  const { t } = useWords()
  const nameOf = usePartName()
  const named = (key: string | null) => drawing.parts.find((part) => part.key === key)
  return ({ fault, part, other, squareMetres }: DrawingFault): string =>
    t(faultWords[fault], {
      name: nameOf(named(part)),
      other: nameOf(named(other)),
      code: named(part)?.code ?? '',
      size: count(Math.round(squareMetres ?? 0)),
    })
}
