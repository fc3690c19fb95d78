// While a caller's report is being typed: open matters near by, and one press to note the caller as one more voice of
// it instead of a second case. What was typed of the person goes along.
import { Link } from 'react-router'
import { affectedToo } from '#core/cases/contract-voices.ts'
import { countQueues, listCases } from '#core/cases/contract.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { ErrorSummary } from '#web/kit/ui/Field.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { wholePlace } from './case-text.ts'
import { ReadOut } from './forms/caller-forms.tsx'
import { voicesWords as words } from './forms/words-voices.ts'
import { useSimilar } from './use-similar.ts'
import type { Typed } from './worth-asking.ts'

type Props = {
  typed: Typed
  leaves: {
    source: 'RESIDENT_PHONE' | 'COUNTER' | 'HOTLINE_12345' | 'GRID_PATROL' | 'UPPER_LEVEL'
    name?: string
    phone?: string
  }
  onJoined: () => void
}

export function SimilarOpen({ typed, leaves, onJoined }: Props) {
  const { t, lang } = useWords()
  const times = useTimes()
  const items = useSimilar(typed)
  const act = useCommand(affectedToo, { refresh: [listCases, countQueues] })
  if (act.data)
    return (
      <ReadOut voice={act.data} onClose={onJoined}>
        {words.voicesNow}
      </ReadOut>
    )
  if (items.length === 0) return null
  return (
    <section className="case-similar" role="status">
      <SectionHeading level={2}>{t(words.isItThis)}</SectionHeading>
      <p className="k-compact k-sub">{t(words.isItThisNote)}</p>
      <ul>
        {items.map((item) => (
          <li key={item.number}>
            <span>
              <Link className="k-link" to={paths.desk.case(item.number)} target="_blank">
                {item.category[lang]} · {wholePlace(item.place, lang)}
              </Link>
              <small>
                {item.number} · {t(words.metresOff, { n: item.metres })} ·{' '}
                {times.day(item.reportedAt)}
              </small>
            </span>
            <Button
              busy={act.isPending && act.variables?.number === item.number}
              onClick={() => act.mutate({ number: item.number, ...leaves })}
            >
              {t(words.joinHere)}
            </Button>
          </li>
        ))}
      </ul>
      <ErrorSummary errors={act.error ? [t(wordsOfError(act.error, refusalWords))] : []} />
    </section>
  )
}
