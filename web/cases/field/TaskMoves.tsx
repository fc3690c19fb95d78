// What a grid worker can do with a task: handing in the result first and large, everything else as smaller doors, the
// closed ones with their reason.
import { lazy, Suspense } from 'react'
import type { CaseView } from '#core/cases/contract.ts'
import { useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { ButtonLink } from '#web/kit/ui/Button.tsx'
import type { FormKey } from '../forms/form-keys.ts'
import { useDraft } from './hand-in-draft.ts'
import { fieldWords } from './words-field.ts'
import { taskWords } from './words-task.ts'
import { begunWords } from './words-begun.ts'

const TaskDoors = lazy(async () => ({ default: (await import('./TaskDoors.tsx')).TaskDoors }))

/** The result, or a find settled on the spot: one of them, where it is open. */
function mainOf({ moves, state }: CaseView): 'handle' | 'selfHandle' | null {
  const open = (move: string) => moves.some((one) => one.move === move && one.why === null)
  if (open('handle')) return 'handle'
  return state === 'REPORTED' && open('selfHandle') ? 'selfHandle' : null
}

export function TaskMoves({ view, begin }: { view: CaseView; begin: (form: FormKey) => void }) {
  const main = mainOf(view)
  if (view.moves.length === 0) return null
  return (
    <section className="field-part is-raised">
      {main !== null && <Main view={view} self={main === 'selfHandle'} />}
      <Suspense fallback={<div className="field-doors is-coming" />}>
        <TaskDoors view={view} main={main !== null} begin={begin} />
      </Suspense>
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
  const words = begun ? begunWords.goOnDraft : self ? fieldWords.selfHandleIt : taskWords.handleIt
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
            {t(begunWords.takeBefore)}
          </ButtonLink>
        </div>
      )}
      {begun && <p className="k-note">{t(begunWords.draftKept)}</p>}
    </>
  )
}
