// At the counter: whoever holds the receipt takes back a name or a number, or says whether he may be called. Staff see
// whether something is kept, never what.
import { useState } from 'react'
import type { CodeWay } from '#core/cases/by-code.ts'
import { codeWays } from '#core/cases/by-code.ts'
import type { readByCode } from '#core/cases/contract-by-code.ts'
import { withdrawByCode } from '#core/cases/contract-withdraw.ts'
import { byCodeRefusals } from '#core/cases/words-receipt.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import type { OutputOf } from '#core/kit/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button, Buttons } from '#web/kit/ui/Button.tsx'
import { ErrorSummary, RadioTiles } from '#web/kit/ui/Field.tsx'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { privacyWords as words } from '#web/people/words-privacy.ts'
import { offersOf } from './open/TakeBack.tsx'
import { byCodeWords } from './words-by-code.ts'

type Props = { view: OutputOf<typeof readByCode>; code: string }

export function ByCodeContact({ view, code }: Props) {
  const { t } = useWords()
  const offers = offersOf(view.contact)
  const [key, choose] = useState<string | null>(null)
  const [way, setWay] = useState<CodeWay>('counter')
  const act = useCommand(withdrawByCode, { about: view.number })
  if (offers.length === 0) return null
  if (act.isSuccess) return <Notice tone="accent" title={t(words.counterKept)} live />
  const chosen = offers.find((offer) => offer.key === key)
  const wrong = act.error
    ? [t(wordsOfError(act.error, { ...refusalWords, ...byCodeRefusals }))]
    : []
  return (
    <section className="case-by-code-form">
      <SectionHeading level={2}>{t(words.counterTitle)}</SectionHeading>
      <p className="k-compact k-sub">{t(words.counterNote)}</p>
      <ErrorSummary errors={wrong} />
      <RadioTiles
        label={t(words.manage)}
        value={key}
        columns={offers.length}
        onChange={choose}
        options={offers.map((offer) => ({ value: offer.key, label: t(offer.label) }))}
      />
      {chosen !== undefined && (
        <>
          <p>{t(chosen.means)}</p>
          <RadioTiles
            label={t(byCodeWords.way)}
            value={way}
            columns={4}
            onChange={setWay}
            options={codeWays.map((value) => ({ value, label: t(byCodeWords[value]) }))}
          />
          <Buttons end>
            <Button
              look="pri"
              busy={act.isPending}
              onClick={() => act.mutate({ number: view.number, code, way, ...chosen.wish })}
            >
              {t(words.goOn, { what: t(chosen.label) })}
            </Button>
          </Buttons>
        </>
      )}
    </section>
  )
}
