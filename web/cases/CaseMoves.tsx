// What can be done now, what else can, and what cannot, with the reason of the rules. Nothing is hidden, the rest folds.
import type { CaseView } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { Moves, type Move } from '#web/kit/ui/Moves.tsx'
import { Button } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { kitWords } from '#web/kit/words.ts'
import type { FormKey } from './forms/form-keys.ts'
import type { Offer } from './offers.ts'
import { casePageWords as words, shutWorthSaying } from './words-case.ts'

const openShown = 5

type Props = { view: CaseView; offers: Offer[]; begin: (form: FormKey) => void }

export function CaseMoves({ view, offers, begin }: Props) {
  const { t } = useWords()
  const open = offers.filter((one) => one.why === null)
  const shut = offers.filter((one) => one.why !== null)
  const worth = shutWorthSaying[view.state] ?? []
  const main = open.slice(0, openShown)
  const more = open.slice(openShown)
  const said = shut.filter((one) => worth.includes(one.move))
  const rest = shut.filter((one) => !worth.includes(one.move))
  const moveOf = (one: Offer): Move => ({
    key: one.form,
    label: t(one.label),
    ...(one.hint === null ? {} : { hint: t(one.hint) }),
    ...(one.hotkey === null ? {} : { hotkey: one.hotkey }),
    ...(one.icon === null ? {} : { icon: one.icon }),
    whyNot: one.why === null ? null : t(one.why),
    grave: one.grave,
    onChoose: () => begin(one.form),
  })
  return (
    <section className="k-screen-only case-moves">
      <SectionHeading>{t(words.movesNow)}</SectionHeading>
      {open.length === 0 && <p className="k-compact k-sub">{t(words.nothingNow)}</p>}
      <Moves moves={[...main, ...said].map(moveOf)} />
      {more.length > 0 && (
        <details>
          <summary className="k-link">{t(words.moreMoves, { n: more.length })}</summary>
          <div className="case-moves-more">
            {more.map((one) => (
              <Button
                key={one.form}
                look={one.grave ? 'grave' : 'plain'}
                {...(one.hotkey === null ? {} : { hotkey: one.hotkey })}
                onClick={() => begin(one.form)}
              >
                {t(one.label)}
              </Button>
            ))}
          </div>
        </details>
      )}
      {rest.length > 0 && (
        <details>
          <summary className="k-link">{t(words.otherShut, { n: rest.length })}</summary>
          <div className="case-moves-rest" aria-label={t(kitWords.nowImpossible)}>
            {rest.map((one) => (
              <Button key={one.form} whyNot={one.why === null ? null : t(one.why)}>
                {t(one.label)}
              </Button>
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
