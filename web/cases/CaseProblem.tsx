// What went wrong with a case, in the sentences of its rules. They are many: pages fetch this when something has.
import { refusalWords } from '#core/cases/words-refusals.ts'
import { Problem } from '#web/kit/ui/States.tsx'

export function CaseProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return <Problem error={error} refusals={refusalWords} onRetry={onRetry} />
}
