// Before a find is sent: has somebody reported it already? The place is taken on the press; joining says it once more
// for the same case, so that nobody handles it twice.
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { affectedToo, findSimilar } from '#core/cases/contract-voices.ts'
import { refusalWords } from '#core/cases/words-refusals.ts'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { useCommand, useEndpoint } from '#web/kit/queries.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { wordsOfError } from '#web/kit/ui/States.tsx'
import { useToast } from '#web/kit/ui/Toast.tsx'
import { type Spot, useWhereAmI } from '#web/places/where-am-i.ts'
import { voicesWords as words } from '../open/words-voices.ts'
import { nearByWords } from './words-near-by.ts'

export function NearBy({ text, category }: { text: string; category: string | null }) {
  const { t } = useWords()
  const [spot, setSpot] = useState<Spot | null>(null)
  const where = useWhereAmI(setSpot)
  return (
    <div className="field-near">
      {spot === null ? (
        <Button look="quiet" icon="eye" busy={where.state === 'asking'} onClick={where.ask}>
          {t(nearByWords.ask)}
        </Button>
      ) : (
        <Found spot={spot} text={text} category={category} />
      )}
      {(where.state === 'refused' || where.state === 'none') && (
        <p className="k-note" role="status">
          {t(nearByWords.noPosition)}
        </p>
      )}
    </div>
  )
}

function Found({ spot, text, category }: { spot: Spot; text: string; category: string | null }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const toast = useToast()
  const navigate = useNavigate()
  const asked = { text: text.trim(), point: spot, ...(category === null ? {} : { category }) }
  const found = useEndpoint(findSimilar, asked, { keepPrevious: true })
  const act = useCommand(affectedToo, {
    onDone: ({ number }) => {
      toast(t(nearByWords.joined, { number }))
      void navigate(paths.field.tasks(), { replace: true })
    },
  })
  if (found.error) return <p className="k-note">{t(wordsOfError(found.error))}</p>
  const items = found.data?.items
  if (items === undefined) return null
  if (items.length === 0)
    return (
      <p className="k-note" role="status">
        {t(nearByWords.none)}
      </p>
    )
  return (
    <section aria-label={t(words.isItThis)}>
      <h2 className="field-step">{t(words.isItThis)}</h2>
      <ul className="field-near-list">
        {items.map((item) => (
          <li key={item.number}>
            <span>
              <Link className="k-link" to={paths.field.task(item.number)}>
                {item.category[lang]}
              </Link>
              <small className="k-note">
                {item.metres === 0 ? t(words.justHere) : t(words.metres, { n: item.metres })} ·{' '}
                {t(words.since, { when: times.day(item.reportedAt) })}
              </small>
            </span>
            <Button
              busy={act.isPending}
              onClick={() => act.mutate({ number: item.number, source: 'GRID_PATROL' })}
            >
              {t(nearByWords.same)}
            </Button>
          </li>
        ))}
      </ul>
      {act.error !== null && (
        <p className="k-note" role="alert">
          {t(wordsOfError(act.error, refusalWords))}
        </p>
      )}
    </section>
  )
}
