// Steps of a case that are still on this phone: that they wait, or that one was refused, and where to see them.
import { Link } from 'react-router'
import type { Kept } from '#web/kit/drafts.ts'
import { useWords } from '#web/kit/language.ts'
import { listed } from '#web/kit/numbers.ts'
import { paths } from '#web/kit/paths.ts'
import { Notice } from '#web/kit/ui/Notice.tsx'
import { moveOfCommand } from '../command-words.ts'
import { fieldWords } from './words-field.ts'
import { taskWords } from './words-task.ts'

export function WaitsHere({ waits }: { waits: Kept[] }) {
  const { t, lang } = useWords()
  const refused = waits.some(({ refusal }) => refusal !== null)
  const names = waits.map(({ endpoint }) => t(moveOfCommand(endpoint)))
  return (
    <section className="field-part">
      <Notice
        tone={refused ? 'zhu' : 'zhe'}
        title={t(refused ? taskWords.refusedHere : fieldWords.waitsHere)}
        live
      >
        {listed([...new Set(names)], lang)}
        {lang === 'zh' ? '。' : '. '}
        <Link className="k-link" to={paths.field.outbox()}>
          {t(taskWords.toOutbox)}
        </Link>
      </Notice>
    </section>
  )
}
