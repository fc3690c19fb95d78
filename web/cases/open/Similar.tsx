// "Is it this one?": open matters near by while somebody types, and one press to be told with the others. Asked only
// when the words and the place are there; nothing found says nothing.
import { Link } from 'react-router'
import { useTimes, useWords } from '#web/kit/language.ts'
import { paths } from '#web/kit/paths.ts'
import { Button } from '#web/kit/ui/Button.tsx'
import { SectionHeading } from '#web/kit/ui/SectionHeading.tsx'
import { wholePlace } from '../case-text.ts'
import { type SimilarItem, useSimilar } from '../use-similar.ts'
import type { Typed } from '../worth-asking.ts'
import { Part } from '#web/kit/ui/OpenPage.tsx'
import { Trouble } from './Trouble.tsx'
import { useJoin } from './use-join.ts'
import { voicesWords as words } from './words-voices.ts'
import './open.css'

/** `leaves`: what the form knows of the person already, so that nothing is asked twice. */
export function Similar({
  typed,
  leaves,
}: {
  typed: Typed
  leaves: { name: string; phone: string }
}) {
  const { t } = useWords()
  const items = useSimilar(typed)
  const join = useJoin(leaves)
  if (items.length === 0) return null
  return (
    <Part tone="raised">
      <div role="status">
        <SectionHeading>{t(words.isItThis)}</SectionHeading>
        <p className="k-compact k-sub open-find-lead">{t(words.isItThisNote)}</p>
      </div>
      <ul className="open-similar">
        {items.map((item) => (
          <Offered key={item.number} item={item} join={join} />
        ))}
      </ul>
      <Trouble text={join.trouble} />
    </Part>
  )
}

function Offered({ item, join }: { item: SimilarItem; join: ReturnType<typeof useJoin> }) {
  const { t, lang } = useWords()
  const times = useTimes()
  const far = item.metres === 0 ? t(words.justHere) : t(words.metres, { n: item.metres })
  const community = item.place.find(({ level }) => level === 'community')
  return (
    <li>
      <p className="open-similar-what">
        <b>{item.category[lang]}</b>
        <span className="k-note">
          {far} · {t(words.since, { when: times.day(item.reportedAt) })}
        </span>
        <span className="k-note">{wholePlace(item.place, lang)}</span>
      </p>
      <div className="open-similar-acts">
        <Button
          look="pri"
          busy={join.busy === item.number}
          onClick={() =>
            join.send({
              number: item.number,
              what: item.category.zh,
              area: community?.code ?? item.number.split('-')[0] ?? '',
            })
          }
        >
          {t(words.meToo)}
        </Button>
        <Link className="k-link" to={paths.open.publicCase(item.number)}>
          {t(words.look)}
        </Link>
      </div>
    </li>
  )
}
