// What a grid worker can do with a task: handing in the result first and large, everything else as smaller doors, the
// closed ones with their reason.
import type { CaseView } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button, ButtonLink } from '#web/kit/ui/Button.tsx'
import type { FormKey } from '../forms/form-keys.ts'
import { type Offer, offersOf } from '../offers.ts'
import { useDraft } from './hand-in-draft.ts'
import { fieldWords } from './words-field.ts'
import { shotWords } from './words-shots.ts'

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

const ownPage: readonly FormKey[] = ['handle', 'selfHandle']

export function TaskMoves({ view, begin }: { view: CaseView; begin: (form: FormKey) => void }) {
  const { t } = useWords()
  const offers = offersOf(view)
  const open = offers.filter(({ why }) => why === null)
  const main = open.find(({ form }) => ownPage.includes(form))
  const others = open.filter(({ form }) => here.includes(form))
  const shut = offers.filter(({ form, why }) => why !== null && explained.includes(form))
  if (open.length === 0 && shut.length === 0) return null
  return (
    <section className="field-part is-raised">
      {main !== undefined && <Main view={view} self={main.form === 'selfHandle'} />}
      <div className="field-doors">
        {others.map((offer, i) => (
          <Button
            key={offer.form}
            look={main === undefined && i === 0 ? 'pri' : 'plain'}
            {...(offer.icon === null ? {} : { icon: offer.icon })}
            onClick={() => begin(offer.form)}
          >
            {t(offer.label)}
          </Button>
        ))}
      </div>
      {shut.length > 0 && <Shut offers={shut} />}
    </section>
  )
}

/** Where there is no photo from before, it is taken first; what was begun is gone on with. */
function Main({ view, self }: { view: CaseView; self: boolean }) {
  const { t } = useWords()
  const draft = useDraft(view.number)
  const to = paths.field.handle(view.number) + (self ? '?self=1' : '')
  const begun = draft !== undefined && draft !== null
  const first = !begun && view.photos.length === 0
  const words = begun ? shotWords.goOnDraft : self ? fieldWords.selfHandleIt : fieldWords.handleIt
  return (
    <>
      <div className="field-act">
        <ButtonLink look="pri" big icon="camera" to={to}>
          {t(words)}
        </ButtonLink>
      </div>
      {first && (
        <div className="field-act">
          <ButtonLink icon="camera" to={to}>
            {t(shotWords.takeBefore)}
          </ButtonLink>
        </div>
      )}
      {begun && <p className="k-note">{t(shotWords.draftKept)}</p>}
    </>
  )
}

function Shut({ offers }: { offers: Offer[] }) {
  const { t } = useWords()
  return (
    <details className="field-shut">
      <summary>{t(fieldWords.notNow)}</summary>
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
