// The smaller doors of a task: what else can be done at the place, and the closed ones with their reason.
import type { CaseView } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import type { FormKey } from '../forms/form-keys.ts'
import { type Offer, offersOf } from '../offers.ts'
import { taskWords } from './words-task.ts'

/** Acts done standing at the place; sorting and giving on belong to the desk. */
const here: readonly FormKey[] = [
  'verified',
  'return',
  'escalate',
  'question',
  'contact',
  'extension',
  'assistDone',
  'checkPass',
  'checkFail',
  'confirmOnward',
  'suspend',
  'answerSupervision',
  'arrive',
  'note',
  'attach',
]
/** Closed doors worth explaining at the place: the others are the desk's. */
const explained: readonly FormKey[] = ['return', 'extension', 'question', 'contact']

type Props = { view: CaseView; main: boolean; begin: (form: FormKey) => void }

export function TaskDoors({ view, main, begin }: Props) {
  const { t } = useWords()
  const offers = offersOf(view)
  const open = offers.filter(({ form, why }) => why === null && here.includes(form))
  const shut = offers.filter(({ form, why }) => why !== null && explained.includes(form))
  return (
    <>
      <div className="field-doors">
        {open.map((offer, i) => (
          <Button
            key={offer.form}
            look={!main && i === 0 ? 'pri' : 'plain'}
            {...(offer.icon === null ? {} : { icon: offer.icon })}
            onClick={() => begin(offer.form)}
          >
            {t(offer.label)}
          </Button>
        ))}
      </div>
      {shut.length > 0 && <Shut offers={shut} />}
    </>
  )
}

function Shut({ offers }: { offers: Offer[] }) {
  const { t } = useWords()
  return (
    <details className="field-shut">
      <summary>{t(taskWords.notNow)}</summary>
      <ul>
        {offers.map((offer) => (
          <li key={offer.form}>
            <Button whyNot={offer.why === null ? null : t(offer.why)}>{t(offer.label)}</Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
